"""Reads a section with Debian's Python packages, as a script would, and prints seconds and the peak memory of the process.

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


begin = time.perf_counter()
nonzeros = read(sys.argv[1])
seconds = time.perf_counter() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
print(json.dumps({"seconds": seconds, "peak_mb": peak, "nonzeros": int(nonzeros)}))
