"""Reference numbers for FrechetTest.

Run from the repository root:
    python3 src/test/python/frechet.py > src/test/resources/collapselab/kernel/stats/frechet.csv
The clouds come from a congruential generator that FrechetTest repeats.
"""

import sys

import numpy
import scipy
import scipy.linalg


def cloud(seed, n, d, scale, shift, kind):
    """(n, d) float32: sums of two uniform numbers; numbers of Knuth and Lewis, 1664525 x + 1013904223 mod 2^32."""
    state = seed
    points = numpy.zeros((n, d), dtype=numpy.float32)
    for i in range(n):
        for j in range(d):
            total = 0.0
            for _ in range(2):
                state = (1664525 * state + 1013904223) % 2**32
                total += state / 2**32
            points[i, j] = scale * (total - 1) * (1 + j) + shift
    if kind == "dead":
        points[:, d // 2 :] = 0
    if kind == "mixed":
        points[:, 1:] += points[:, :-1].copy()
    return points


def root(s):
    values, vectors = scipy.linalg.eigh(s)
    values[values < len(s) * numpy.finfo(float).eps * values.max()] = 0
    return (vectors * numpy.sqrt(values)) @ vectors.T


def frechet(a, b):
    a, b = a.astype(float), b.astype(float)
    s1 = numpy.atleast_2d(numpy.cov(a, rowvar=False))
    s2 = numpy.atleast_2d(numpy.cov(b, rowvar=False))
    cross = scipy.linalg.svdvals(root(s1) @ root(s2)).sum()
    if min(numpy.linalg.matrix_rank(s1), numpy.linalg.matrix_rank(s2)) == len(s1):
        usual = numpy.trace(scipy.linalg.sqrtm(s1 @ s2)).real
        assert abs(cross - usual) < 1e-8 * usual, (cross, usual)
    shift = a.mean(0) - b.mean(0)
    return shift @ shift + numpy.trace(s1) + numpy.trace(s2) - 2 * cross


CASES = [
    # kind a, kind b, na, nb, d, scale b, shift b
    ("plain", "plain", 50, 60, 1, 2.0, 0.5),
    ("plain", "plain", 200, 100, 2, 1.0, 0.0),
    ("plain", "mixed", 200, 300, 8, 0.7, 1.0),
    ("mixed", "mixed", 500, 400, 64, 1.3, 0.1),
    ("plain", "dead", 200, 300, 8, 1.0, 0.0),
    ("dead", "dead", 200, 300, 8, 0.5, 0.0),
    ("mixed", "plain", 10, 12, 16, 1.0, 0.0),
    ("mixed", "dead", 2, 300, 64, 1.0, 0.2),
]

if __name__ == "__main__":
    print(f"# frechet.py: SciPy {scipy.__version__}, NumPy {numpy.__version__}, Python {sys.version.split()[0]}")
    print("# kind_a,kind_b,na,nb,d,scale_b,shift_b,frechet (seeds 1 and 2; a has scale 1 and shift 0)")
    for kind_a, kind_b, na, nb, d, scale, shift in CASES:
        value = frechet(cloud(1, na, d, 1.0, 0.0, kind_a), cloud(2, nb, d, scale, shift, kind_b))
        print(f"{kind_a},{kind_b},{na},{nb},{d},{scale},{shift},{value!r}".replace("np.float64(", "").replace(")", ""))
