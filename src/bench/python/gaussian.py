"""Times a step of the Gaussian ensemble against NumPy: drawing n = 1000 samples, and on sufficient statistics.

    mvn -q -Pbench -DskipTests package dependency:copy-dependencies
    python3 src/bench/python/gaussian.py 'target/classes:target/dependency/*' [rounds]

Both sides run as workers at the same time, one thread each, and take turns; 100 chains side by side, vectorised over the
chains in NumPy too. Printed are nanoseconds a step of one chain, medians, and medians of the ratios of neighbouring turns.
"""

import statistics
import sys
import time

from worker import Worker, environment

CHAINS, N = 100, 1000


def peer():
    import numpy as np

    rng = np.random.default_rng(1)

    def raw(d, generations):
        mean, factor = np.zeros((CHAINS, 1, d)), np.tile(np.eye(d), (CHAINS, 1, 1))
        if d == 1:
            mean, scale = np.zeros((CHAINS, 1)), np.ones((CHAINS, 1))
            for _ in range(generations):
                x = mean + scale * rng.standard_normal((CHAINS, N))
                mean, scale = x.mean(1, keepdims=True), x.std(1, ddof=1, keepdims=True)
            return
        for _ in range(generations):
            x = mean + rng.standard_normal((CHAINS, N, d)) @ factor.transpose(0, 2, 1)
            mean = x.mean(1, keepdims=True)
            x -= mean
            factor = np.linalg.cholesky(x.transpose(0, 2, 1) @ x / (N - 1))

    def statistics_only(d, generations):
        if d == 1:
            mean, variance = np.zeros(CHAINS), np.ones(CHAINS)
            for _ in range(generations):
                mean += np.sqrt(variance / N) * rng.standard_normal(CHAINS)
                variance *= rng.chisquare(N - 1, CHAINS) / (N - 1)
            return
        mean, factor = np.zeros((CHAINS, d)), np.tile(np.eye(d), (CHAINS, 1, 1))
        below, diagonal = np.tril_indices(d, -1), np.arange(d)
        bartlett = np.zeros((CHAINS, d, d))
        for _ in range(generations):
            bartlett[:, below[0], below[1]] = rng.standard_normal((CHAINS, len(below[0])))
            bartlett[:, diagonal, diagonal] = np.sqrt(rng.chisquare(N - 1 - diagonal, (CHAINS, d)))
            z = rng.standard_normal((CHAINS, d, 1))
            mean += (factor @ z)[:, :, 0] / np.sqrt(N)
            factor = factor @ bartlett / np.sqrt(N - 1)

    print("NumPy " + np.__version__, flush=True)
    for line in sys.stdin:
        kind, d, generations = line.split()
        start = time.perf_counter()
        {"raw": raw, "statistics": statistics_only}[kind](int(d), int(generations))
        print((time.perf_counter() - start) / CHAINS / int(generations) * 1e9, flush=True)


def compare(class_path, rounds):
    variables = environment() | {"OPENBLAS_NUM_THREADS": "1"}
    ours = Worker(["java", "-Xmx1g", "-cp", class_path, "collapselab.bench.GaussianWorker", str(CHAINS)], variables)
    theirs = Worker([sys.executable, __file__, "peer"], variables)
    print(f"{ours.name} | {theirs.name}; {CHAINS} chains, n = {N}, medians of {rounds} interleaved rounds")
    for d, raw, few, many in ((1, 60, 3000, 20000), (10, 8, 300, 1500)):
        turns = {"raw": f"raw {d} {raw}", "statistics": f"statistics {d} {few}"}
        for _ in range(8):
            ours.ask(f"{d} {N} {many}")
        times = {"ours": [], "raw": [], "statistics": []}
        for _ in range(rounds):
            for name, question in turns.items():
                times[name] += theirs.ask(question)
            times["ours"] += ours.ask(f"{d} {N} {many}")
        print(f"d = {d}: ours {statistics.median(times['ours']):.1f} ns a step")
        for name in turns:
            ratios = [a / b for a, b in zip(times[name], times["ours"])]
            print(f"  NumPy {name:10} {statistics.median(times[name]):10.0f} ns, {statistics.median(ratios):7.1f} times ours")
        for n in (10 * d, 100, 10_000, 1_000_000):
            print(f"  ours at n = {n}: {statistics.median(ours.ask(f'{d} {n} {many}')[0] for _ in range(5)):.1f} ns")
    ours.close()
    theirs.close()


if sys.argv[1] == "peer":
    peer()
else:
    compare(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 15)
