"""Times a generation of the recursive vocabulary against NumPy's Generator.multinomial.

    mvn -q -Pbench -DskipTests package dependency:copy-dependencies
    python3 src/bench/python/vocabulary.py 'target/classes:target/dependency/*' [rounds]

Both sides run as workers at the same time, one thread each, and take turns over whole runs from Zipf shares 1 / (rank + 2.7).
NumPy once draws chain by chain and once all chains in one call. Printed are microseconds a generation of one chain, medians,
and medians of the ratios of neighbouring turns; what our metrics cost on top is said, and not compared.
"""

import statistics
import sys
import time

from worker import Worker, environment

CHAINS = 32

CASES = (
    # regime, words, samples, generations
    ("replace", 10, 100, 200),
    ("replace", 1000, 100, 200),
    ("replace", 1000, 1000, 20),
    ("replace", 1000, 1000, 200),
    ("replace", 1000, 10_000, 50),
    ("replace", 10_000, 10_000, 20),
    ("replace", 1000, 100_000, 10),
    ("accumulate", 1000, 1000, 200),
    ("accumulate", 1000, 10_000, 50),
)


def peer():
    import numpy as np

    rng = np.random.default_rng(1)

    def recursion(draw, shares, samples, generations, accumulate):
        pool = 0
        for _ in range(generations):
            counts = draw(samples, shares)
            if accumulate:
                pool = counts = pool + counts
            shares = counts / counts.sum(-1, keepdims=True)

    print("NumPy " + np.__version__, flush=True)
    for line in sys.stdin:
        how, regime, *numbers = line.split()
        words, samples, generations = map(int, numbers)
        shares = 1 / (np.arange(1, words + 1) + 2.7)
        shares /= shares.sum()
        start = time.perf_counter()
        if how == "together":
            recursion(rng.multinomial, np.tile(shares, (CHAINS, 1)), samples, generations, regime == "accumulate")
        else:
            for _ in range(CHAINS):
                recursion(rng.multinomial, shares, samples, generations, regime == "accumulate")
        print((time.perf_counter() - start) / CHAINS / generations * 1e9, flush=True)


def compare(class_path, rounds):
    ours = Worker(["java", "-Xmx1g", "-cp", class_path, "collapselab.bench.VocabularyWorker", str(CHAINS)], environment())
    theirs = Worker([sys.executable, __file__, "peer"], environment())
    print(f"{ours.name} | {theirs.name}; {CHAINS} chains, medians of {rounds} interleaved rounds")
    for case in CASES:
        question = " ".join(map(str, case))
        for _ in range(12):
            ours.ask(question + " METRICS")
        times = {"ours": [], "alone": [], "together": []}
        for _ in range(rounds):
            for how in ("alone", "together"):
                times[how] += theirs.ask(how + " " + question)
            times["ours"] += ours.ask(question + " NOTHING")
        measured = statistics.median(ours.ask(question + " METRICS")[0] for _ in range(rounds))
        mine = statistics.median(times["ours"])
        print("{} K = {:,} n = {:,}, {} generations: ours {:.2f} us, with metrics {:.2f} us".format(
            *case, mine / 1e3, measured / 1e3))
        for how in ("alone", "together"):
            ratios = [a / b for a, b in zip(times[how], times["ours"])]
            print(f"  NumPy, chains {how:8} {statistics.median(times[how]) / 1e3:9.2f} us, {statistics.median(ratios):6.1f} times ours")
    ours.close()
    theirs.close()


if sys.argv[1] == "peer":
    peer()
else:
    compare(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 9)
