"""Sparse matrices, interpolators, spatial trees, rotations, results of optimisation."""
import numpy as np
from scipy import interpolate, optimize, sparse, spatial, stats

LIBRARY = 'scipy'
POINTS = np.random.RandomState(0).rand(30, 2)


def objects():
    dense = np.array([[1.0, 0, 2], [0, 0, 3], [4, 5, 6]])
    for kind in ('bsr', 'coo', 'csc', 'csr', 'dia', 'dok', 'lil'):
        for shape in ('matrix', 'array'):
            make = getattr(sparse, f'{kind}_{shape}', None)
            if make:
                yield f'{kind}_{shape}', make(dense)
    x, y = np.linspace(0, 1, 8), np.linspace(0, 1, 8) ** 2
    for name in ('CubicSpline', 'PchipInterpolator', 'Akima1DInterpolator', 'UnivariateSpline', 'InterpolatedUnivariateSpline', 'make_interp_spline', 'BarycentricInterpolator', 'KroghInterpolator'):
        yield name, getattr(interpolate, name)(x, y)
    yield 'PPoly', interpolate.PPoly(np.ones((2, 3)), np.arange(4.0))
    yield 'RegularGridInterpolator', interpolate.RegularGridInterpolator((x, x), np.outer(y, y))
    yield 'RBFInterpolator', interpolate.RBFInterpolator(POINTS, POINTS[:, 0])
    yield 'Rotation', spatial.transform.Rotation.from_euler('z', 1)
    yield 'minimize', optimize.minimize(lambda v: (v ** 2).sum(), [1.0, 2.0])
    yield 'linprog', optimize.linprog([1.0], bounds=[(0, 1)])
    yield 'root', optimize.root(lambda v: v - 1, [0.0])


def refused():
    """What stays out, with the reasons that review.json gives."""
    x = np.linspace(0, 1, 8)
    yield 'frozen-distribution', stats.norm(0, 1)
    yield 'gaussian_kde', stats.gaussian_kde(POINTS.T)
    yield 'interp1d', interpolate.interp1d(x, x)
    yield 'KDTree', spatial.KDTree(POINTS)
    yield 'LinearNDInterpolator', interpolate.LinearNDInterpolator(POINTS, POINTS[:, 0])
