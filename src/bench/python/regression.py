"""Times a generation of the regression against NumPy: least squares by normal equations, and a running X'X under accumulate.

    mvn -q -Pbench -DskipTests package dependency:copy-dependencies
    python3 src/bench/python/regression.py 'target/classes:target/dependency/*' [rounds]

Both sides run as workers at the same time, one thread each, and take turns. Printed are microseconds a generation of one
chain with its test loss, medians, and medians of the ratios of neighbouring turns.
"""

import statistics
import sys
import time

from worker import Worker, environment

CASES = (
    # regime, d, T, NumPy's generations, our options, our generations, our chains
    ("replace", 100, 200, 60, "design=fresh", 200, 64),
    ("replace", 100, 1000, 20, "design=fresh", 200, 64),
    ("replace", 100, 5000, 6, "design=fresh", 200, 64),
    ("accumulate", 100, 200, 60, "design=fresh", 40, 26),
    ("accumulate", 100, 1000, 20, "design=fresh", 40, 26),
    ("accumulate", 100, 1000, 20, "design=kept", 100, 26),
)


def peer():
    import numpy as np

    rng = np.random.default_rng(1)

    def generations(regime, d, samples, count):
        w, loss = np.zeros(d), 0.0
        gram, right = np.zeros((d, d)), np.zeros(d)
        for _ in range(count):
            x = rng.standard_normal((samples, d))
            y = x @ w + rng.standard_normal(samples)
            if regime == "replace":
                gram, right = x.T @ x, x.T @ y
            else:
                gram += x.T @ x
                right += x.T @ y
            w = np.linalg.solve(gram, right)
            loss += w @ w
        return loss

    print("NumPy " + np.__version__, flush=True)
    for line in sys.stdin:
        regime, d, samples, count = line.split()
        start = time.perf_counter()
        generations(regime, int(d), int(samples), int(count))
        print((time.perf_counter() - start) / int(count) * 1e9, flush=True)


def compare(class_path, rounds):
    variables = environment() | {"OPENBLAS_NUM_THREADS": "1"}
    ours = Worker(["java", "-Xmx1g", "-cp", class_path, "collapselab.bench.RegressionWorker"], variables)
    theirs = Worker([sys.executable, __file__, "peer"], variables)
    print(f"{ours.name} | {theirs.name}; medians of {rounds} interleaved rounds, microseconds a generation")
    for regime, d, samples, count, options, generations, chains in CASES:
        spec = f"regime={regime}&{options}&dimension={d}&samples={samples}&generations={generations}&seeds={chains}"
        question = f"{regime} {d} {samples} {count}"
        for _ in range(6):
            ours.ask(spec)
        theirs.ask(question)
        times = {"ours": [], "theirs": []}
        for _ in range(rounds):
            times["theirs"] += theirs.ask(question)
            times["ours"] += ours.ask(spec)
        ratio = statistics.median(a / b for a, b in zip(times["theirs"], times["ours"]))
        print(
            f"{regime}, {options}, d = {d}, T = {samples}: ours {statistics.median(times['ours']) / 1e3:.2f},"
            f" NumPy {statistics.median(times['theirs']) / 1e3:.0f}, {ratio:.1f} times ours"
        )
    for generations in (20, 80, 320):
        spec = f"regime=accumulate&dimension=100&samples=200&generations={generations}&seeds=8"
        print(f"  ours, accumulate, {generations} generations: {statistics.median(ours.ask(spec)[0] for _ in range(5)) / 1e3:.2f}")
    ours.close()
    theirs.close()


if sys.argv[1] == "peer":
    peer()
else:
    compare(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 11)
