# The weights of a synthetic control by scipy's non-negative least squares, the sum of weights held by a heavy row.
# Prints one JSON line.
import json
import sys
import time

import numpy
from scipy.optimize import nnls

donors = numpy.loadtxt(sys.argv[1], delimiter=",")  # one row per donor
target = numpy.loadtxt(sys.argv[2])
repeats = int(sys.argv[3])
heavy = 1e4 * numpy.abs(donors).max()


def weights():
    table = numpy.vstack([donors.T, numpy.full(donors.shape[0], heavy)])
    return nnls(table, numpy.append(target, heavy))[0]


seconds = []
for _ in range(5):
    started = time.process_time()
    for _ in range(repeats):
        found = weights()
    seconds.append((time.process_time() - started) / repeats)
objective = float(((donors.T @ found - target) ** 2).sum())
print(json.dumps({"seconds": sorted(seconds)[2], "objective": objective, "sum": float(found.sum())}))
