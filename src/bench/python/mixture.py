"""Times a generation of the recursive mixture against scikit-learn's GaussianMixture: draw n points, fit from the last model.

    mvn -q -Pbench -DskipTests package dependency:copy-dependencies
    python3 src/bench/python/mixture.py 'target/classes:target/dependency/*' [rounds]

Both sides run as workers at the same time, one thread each, and take turns; two components that overlap a little, full
covariances, the same start, tolerance, floor and most iterations. scikit-learn is started warm from its last parameters, so
that it spends no time on k-means, and its last bound is forgotten, so that it stops by the same rule. Printed are
microseconds a generation and steps a fit, medians, and medians of the ratios of neighbouring turns.
"""

import statistics
import sys
import time
import warnings

from worker import Worker, environment


def peer():
    import numpy as np
    import sklearn
    from sklearn.mixture import GaussianMixture

    warnings.simplefilter("ignore")

    def run(n, generations, tolerance, seed):
        model = GaussianMixture(2, tol=tolerance, max_iter=100, warm_start=True, random_state=seed)
        model.weights_ = np.array([0.5, 0.5])
        model.means_ = np.array([[-1.0, 0], [3, 1]])
        model.covariances_ = np.array([[[1, 0.3], [0.3, 1]], [[0.6, -0.2], [-0.2, 0.8]]])
        model.precisions_cholesky_ = np.array([np.linalg.inv(np.linalg.cholesky(c)).T for c in model.covariances_])
        model.converged_ = True
        steps = 0
        start = time.perf_counter()
        for _ in range(generations):
            points = model.sample(n)[0]
            model.lower_bound_ = -np.inf
            model.fit(points)
            steps += model.n_iter_
        return (time.perf_counter() - start) / generations * 1e6, steps / generations

    print("scikit-learn " + sklearn.__version__, flush=True)
    for line in sys.stdin:
        n, generations, tolerance, seed = line.split()
        print(*run(int(n), int(generations), float(tolerance), int(seed)), flush=True)


def compare(class_path, rounds):
    variables = environment() | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    ours = Worker(["java", "-Xmx1g", "-cp", class_path, "collapselab.bench.MixtureWorker"], variables)
    theirs = Worker([sys.executable, __file__, "peer"], variables)
    print(f"{ours.name} | {theirs.name}; medians of {rounds} interleaved rounds")
    for n, many, few, tolerance in ((1_000, 2_000, 100, 1e-3), (50_000, 40, 4, 1e-3), (1_000, 1_000, 50, 1e-5), (50_000, 40, 4, 1e-5)):
        for warm in range(8):
            ours.ask(f"{n} {many} {tolerance} {warm}")
        ours_at, theirs_at = [], []
        for seed in range(1, rounds + 1):
            theirs_at.append(theirs.ask(f"{n} {few} {tolerance} {seed}"))
            ours_at.append(ours.ask(f"{n} {many} {tolerance} {seed}"))
        a, b = (statistics.median(at[0] for at in side) for side in (ours_at, theirs_at))
        ratio = statistics.median(t[0] / o[0] for o, t in zip(ours_at, theirs_at))
        step = statistics.median(t[0] / t[1] / (o[0] / o[1]) for o, t in zip(ours_at, theirs_at))
        print(f"n = {n}, tolerance {tolerance}: ours {a:.1f} us a generation ({1e6 / a:,.0f} a second), scikit-learn {b:,.0f} us")
        print(f"  {ratio:.1f} times ours, a step {step:.1f} times; steps {ours_at[0][1]:.1f} and {theirs_at[0][1]:.1f}")
    times = [ours.ask(f"1000 2000 0.001 {seed}")[0] * 2_000 / 1e3 for seed in range(rounds)]
    print(f"2,000 generations of n = 1,000, tolerance 0.001: {statistics.median(times):.0f} ms")
    ours.close()
    theirs.close()


if sys.argv[1] == "peer":
    peer()
else:
    compare(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 9)
