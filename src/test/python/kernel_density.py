"""Makes src/test/resources/collapselab/kernel/stats/kernel-density.csv: log-likelihoods by scikit-learn's KernelDensity.

    python3 src/test/python/kernel_density.py > src/test/resources/collapselab/kernel/stats/kernel-density.csv

Columns: dimension, points, places, bandwidth, shift of the places, sum of the log density over the places.
"""

import numpy as np
import sklearn
from sklearn.neighbors import KernelDensity


def cloud(seed, n, d):
    """Sums of two uniform numbers of the Lehmer-type generator 1664525 s + 1013904223 mod 2^32, less 1."""
    state, out = seed, np.empty(n * d)
    for i in range(n * d):
        out[i] = -1
        for _ in range(2):
            state = (1664525 * state + 1013904223) % 2**32
            out[i] += state / 2**32
    return out.reshape(n, d)


assert sklearn.__version__ >= "1.2"
for d in (1, 2, 3):
    for n, h, shift in ((1, 0.3, 0), (10, 0.5, 0), (200, 0.05, 0), (1000, 0.2, 1), (50, 0.01, 3), (50, 100, 0)):
        # One leaf: scikit-learn's tree adds and takes away bounds in log space, which costs it four digits in 3-D.
        density = KernelDensity(bandwidth=h, leaf_size=10**6).fit(cloud(1, n, d))
        print(d, n, 37, h, shift, repr(float(density.score(cloud(2, 37, d) + shift))), sep=",")
