"""Reference numbers for KMeansTest: how scikit-learn's k-means, as it starts a GaussianMixture, groups points.

Run from the repository root:
    python3 src/test/python/kmeans.py
Mean and standard error over many sets of points: of the smallest group's share, and of the mean squared distance from the centres.
"""

import math

import numpy
import sklearn
from sklearn.cluster import KMeans

def points(generator, n):
    """(n, 2): two blobs of unit covariance around (-2, 0) and (2, 0), half of the points each on average."""
    x = generator.standard_normal((n, 2))
    x[:, 0] += numpy.where(generator.random(n) < 0.5, -2, 2)
    return x


def grouped(groups, n, sets):
    generator = numpy.random.default_rng(1)
    numbers = numpy.zeros((sets, 2))
    for s in range(sets):
        x = points(generator, n)
        labels = KMeans(groups, n_init=1, random_state=s).fit(x).labels_
        counts = numpy.bincount(labels, minlength=groups)
        means = numpy.stack([numpy.bincount(labels, x[:, i], groups) / numpy.maximum(1, counts) for i in (0, 1)], 1)
        numbers[s] = counts.min() / n, ((x - means[labels]) ** 2).sum() / n
    return numbers.mean(0), numbers.std(0, ddof=1) / math.sqrt(sets)


if __name__ == "__main__":
    print(f"scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}")
    for groups, n, sets in ((2, 25, 20_000), (3, 40, 20_000), (8, 60, 6_000)):
        mean, error = grouped(groups, n, sets)
        print(f"{groups},{n},{sets}: share {mean[0]:.6f} +- {error[0]:.6f}, square {mean[1]:.6f} +- {error[1]:.6f}")
