"""Times the autoencoder against PyTorch: both run as workers at the same time, and take turns.

    mvn -q -Pbench -DskipTests package dependency:copy-dependencies
    python3 src/bench/python/vae.py target/classes:target/dependency/* [rounds] [images]

COLLAPSELAB_DATA may name the folder that holds mnist/; without it the images are made up. PEER_LD_LIBRARY_PATH may name
the folder of the BLAS that PyTorch should use (its best on Debian: openblas-openmp). OPENBLAS_CORETYPE is unset for both.

Two figures each: the time as it was, and what it would be if every step were as fast as the fastest tenth of steps, which
other programs on the machine did not disturb.
"""

import gzip
import os
import statistics
import sys
import time

from worker import Worker, environment

COUNT, BATCH, PIXELS, HIDDEN, LATENT = 59904, 128, 784, 400, 20


def peer(count):
    """PyTorch at its best settings: two threads, denormals flushed, fused loss, Adam without foreach."""
    import numpy as np
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    folder = os.environ.get("COLLAPSELAB_DATA")
    if folder:
        with gzip.open(folder + "/mnist/train-images-idx3-ubyte.gz") as file:
            raw = np.frombuffer(file.read(), np.uint8, COUNT * PIXELS, 16)
    else:
        random = np.random.default_rng(1)
        raw = random.integers(0, 256, COUNT * PIXELS, np.uint8) * (random.random(COUNT * PIXELS) < 0.2)
    images = torch.from_numpy((raw / np.float32(255)).astype(np.float32).reshape(COUNT, PIXELS))
    sizes = [(PIXELS, HIDDEN), (HIDDEN, 2 * LATENT), (LATENT, HIDDEN), (HIDDEN, PIXELS)]
    layers = torch.nn.ModuleList(torch.nn.Linear(i, o) for i, o in sizes)
    optimiser = torch.optim.Adam(layers.parameters(), lr=1e-3, foreach=False)

    def decode(z):
        return layers[3](F.relu(layers[2](z)))

    def train():
        order, total = torch.randperm(COUNT)[:count], 0.0
        for first in range(0, count, BATCH):
            yield
            x = images[order[first : first + BATCH]]
            optimiser.zero_grad(set_to_none=True)
            codes = layers[1](F.relu(layers[0](x)))
            mean, log_variance = codes[:, :LATENT], codes[:, LATENT:]
            deviation = torch.exp(0.5 * log_variance)
            logits = decode(mean + deviation * torch.randn_like(deviation))
            reconstruction = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
            divergence = -0.5 * torch.sum(1 + log_variance - mean * mean - log_variance.exp())
            loss = (reconstruction + divergence) / BATCH
            loss.backward()
            optimiser.step()
            total += loss.item()

    def sample():
        out = torch.empty(count, PIXELS)
        with torch.no_grad():
            for first in range(0, count, 1024):
                yield
                rows = min(1024, count - first)
                out[first : first + rows] = torch.sigmoid(decode(torch.randn(rows, LATENT)))

    print(f"PyTorch {torch.__version__}, 2 threads", flush=True)
    for line in sys.stdin:
        stamps = [time.perf_counter() for _ in {"train": train, "sample": sample}[line.strip()]()] + [time.perf_counter()]
        steps = sorted(b - a for a, b in zip(stamps, stamps[1:]))
        print(sum(steps), steps[len(steps) // 10] * len(steps), flush=True)


def compare(class_path, rounds, count):
    variables = environment()
    ours = Worker(["java", "-Xmx1g", "-cp", class_path, "collapselab.bench.VaeWorker", str(count)], variables)
    if "PEER_LD_LIBRARY_PATH" in variables:
        variables["LD_LIBRARY_PATH"] = variables["PEER_LD_LIBRARY_PATH"]
    theirs = Worker([sys.executable, __file__, "peer", str(count)], variables)
    print(ours.name, "|", theirs.name)
    turns = [(ours, "train"), (ours, "products"), (theirs, "train"), (ours, "sample"), (ours, "draw"), (theirs, "sample")]
    for worker, word in 2 * turns:
        worker.ask(word)
    times = {turn: [] for turn in turns}
    for _ in range(rounds):
        for worker, word in turns:
            times[worker, word].append(worker.ask(word))
    print(f"medians of {rounds} interleaved rounds of {count} images, seconds (first to third quartile); undisturbed")
    for (worker, word), values in times.items():
        low, middle, high = statistics.quantiles((total for total, _ in values), n=4)
        best = statistics.median(tenth for _, tenth in values)
        name = "ours" if worker is ours else "PyTorch"
        print(f"  {name:8}{word:9}{middle:7.3f}  ({low:.3f} to {high:.3f}) {best:7.3f}")

    def ratio(a, b):
        pairs = list(zip(times[a], times[b]))
        return [statistics.median(x[k] / y[k] for x, y in pairs) for k in (0, 1)]

    for word in ("train", "sample"):
        print("%s: %.2f times PyTorch's speed, undisturbed %.2f" % (word, *ratio((theirs, word), (ours, word))))
    share = ratio((ours, "products"), (ours, "train"))
    print("train: %.0f %% of what its matrix products alone allow, undisturbed %.0f %%" % tuple(100 * s for s in share))
    resident = [ours.ask("fit")[0] for _ in range(20)]
    print(f"resident after fit 5: {resident[4]:.0f} MB, after fit 20: {resident[19]:.0f} MB")
    ours.close()
    theirs.close()


if sys.argv[1] == "peer":
    peer(int(sys.argv[2]))
else:
    rounds, count = (int(number) for number in (sys.argv[2:] + ["12", "59904"][len(sys.argv) - 2 :]))
    compare(sys.argv[1], rounds, count)
