"""Times a generation of the recursive kernel density estimate against NumPy, and a likelihood against scikit-learn.

    mvn -q -Pbench -DskipTests package dependency:copy-dependencies
    python3 src/bench/python/kde.py 'target/classes:target/dependency/*' [rounds]

Both sides run as workers at the same time, one thread each, and take turns. A generation is n points drawn from a 1-D density, 100
chains side by side, vectorised over the chains in NumPy too; a likelihood is that of 500 points under n kernels in 2-D, by
KernelDensity with fit and score as published. Printed are medians, and medians of the ratios of neighbouring turns.
"""

import statistics
import sys
import time

from worker import Worker, environment

CHAINS, BANDWIDTH = 100, 0.5


def peer():
    import numpy as np
    import sklearn
    from sklearn.datasets import make_moons
    from sklearn.neighbors import KernelDensity

    rng = np.random.default_rng(1)

    def draw(n, generations):
        x = rng.standard_normal((CHAINS, n))
        row = (np.arange(CHAINS) * n)[:, None]
        start = time.perf_counter()
        for _ in range(generations - 1):
            x = x.take(rng.integers(n, size=(CHAINS, n)) + row) + BANDWIDTH * rng.standard_normal((CHAINS, n))
        return (time.perf_counter() - start) / (generations - 1) / CHAINS

    def score(n, times):
        training, held = make_moons(n, noise=0.05, random_state=1)[0], make_moons(500, noise=0.05, random_state=2)[0]
        start = time.perf_counter()
        for _ in range(times):
            KernelDensity(bandwidth=BANDWIDTH).fit(training).score(held)
        return (time.perf_counter() - start) / times

    print(f"NumPy {np.__version__}, scikit-learn {sklearn.__version__}", flush=True)
    for line in sys.stdin:
        kind, n, times = line.split()
        print({"draw": draw, "score": score}[kind](int(n), int(times)) * 1e9, flush=True)


def compare(class_path, rounds):
    variables = environment() | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    ours = Worker(["java", "-Xmx1g", "-cp", class_path, "collapselab.bench.KdeWorker", str(CHAINS)], variables)
    theirs = Worker([sys.executable, __file__, "peer"], variables)
    print(f"{ours.name} | {theirs.name}; {CHAINS} chains, medians of {rounds} interleaved rounds")
    for kind, n, our_times, their_times in (
        ("draw", 1000, 200, 60),
        ("draw", 10_000, 40, 10),
        ("score", 100, 200, 5),
        ("score", 1000, 40, 2),
        ("score", 10_000, 4, 1),
    ):
        for _ in range(8):
            ours.ask(f"{kind} {n} {our_times}")
        pairs = [
            (ours.ask(f"{kind} {n} {our_times}")[0], theirs.ask(f"{kind} {n} {their_times}")[0]) for _ in range(rounds)
        ]
        mine, other = (statistics.median(column) for column in zip(*pairs))
        ratio = statistics.median(b / a for a, b in pairs)
        print(f"{kind} n = {n}: ours {mine / 1e3:.1f} us, peer {other / 1e3:.1f} us, {ratio:.1f} times ours")
    ours.close()
    theirs.close()


if sys.argv[1] == "peer":
    peer()
else:
    compare(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 15)
