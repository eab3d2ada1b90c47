"""Reference numbers for ExpectationMaximizationTest.

Run from the repository root:
    python3 src/test/python/gaussian_mixture.py > src/test/resources/collapselab/kernel/mixture/gaussian_mixture.csv
The points come from a congruential generator that the test repeats, and the start is the mixture of groups cut along the
first axis, so that nothing but the fit is compared.
"""

import sys
import warnings

import numpy
import sklearn
from sklearn.mixture import GaussianMixture


def points(kind, n):
    """(n, 2): sums of four uniform numbers; numbers of Knuth and Lewis, 1664525 x + 1013904223 mod 2^32."""
    state = n
    x = numpy.zeros((n, 2))
    for i in range(n):
        for j in range(2):
            for _ in range(4):
                state = (1664525 * state + 1013904223) % 2**32
                x[i, j] += state / 2**32
    x = 1.5 * (x - 2)
    if kind == "apart":
        x[: n // 3, 0] += 6
    if kind == "touching":
        x[: n // 2, 0] += 3
    if kind == "narrow":
        x[: n // 4] *= 0.01
    if kind == "line":
        x[:, 1] = 0.5 * x[:, 0] + 0.03 * x[:, 1]
    return x


def fit(x, components, tolerance, floor):
    """From the groups [first coordinate < edge 1], [edge 1 to edge 2], ..., edges at -1, 0, 1, ..."""
    labels = numpy.clip(numpy.floor(x[:, 0]) + 1, 0, components - 1).astype(int)
    model = GaussianMixture(components, tol=tolerance, reg_covar=floor, max_iter=2000, warm_start=True)
    model._initialize(x, numpy.eye(components)[labels])
    model.converged_, model.lower_bound_ = False, -numpy.inf
    return model.fit(x)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(
        f"# gaussian_mixture.py: scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}, Python {sys.version.split()[0]}"
    )
    print("# kind,n,components,tolerance,floor,lower_bound_,n_iter_,smallest weight")
    for kind, n in (("apart", 300), ("touching", 513), ("blob", 700), ("narrow", 400), ("line", 256)):
        for components in (2, 3):
            for tolerance in ("1e-3", "1e-5", "1e-8"):
                for floor in ("1e-6", "0") if kind == "touching" else ("1e-6",):
                    model = fit(points(kind, n), components, float(tolerance), float(floor))
                    print(
                        f"{kind},{n},{components},{tolerance},{floor},{float(model.lower_bound_)!r},"
                        f"{model.n_iter_},{float(model.weights_.min())!r}"
                    )
