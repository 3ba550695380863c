"""Reads a section with Debian's Python packages, as a script would, and prints seconds, the peak memory of the process and what
it had before it read.

openbaseline.py FILE    a 10x HDF5 matrix (h5py and scipy) or an .h5ad (anndata)
"""
import json
import resource
import sys
import time

import anndata
import h5py
import scipy.sparse as sp


def read(path):
    if path.endswith(".h5ad"):
        data = anndata.read_h5ad(path)
        return data.X.nnz
    with h5py.File(path, "r") as file:
        group = file["matrix"]
        barcodes = group["barcodes"][:].astype(str)
        names = group["features/name"][:].astype(str)
        group["features/id"][:].astype(str)
        shape = tuple(group["shape"][:])
        counts = sp.csc_matrix((group["data"][:].astype("float32"), group["indices"][:], group["indptr"][:]), shape=shape).T
        assert counts.shape == (len(barcodes), len(names))
        return counts.nnz


def peak_mb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


before = peak_mb()
begin = time.perf_counter()
nonzeros = read(sys.argv[1])
seconds = time.perf_counter() - begin
print(json.dumps({"seconds": seconds, "peak_mb": peak_mb(), "before_mb": before, "nonzeros": int(nonzeros)}))
