"""Writes AnnData files with the anndata package, or shows what it reads from one of ours; for the tests.

anndatafiles.py write FOLDER    files to be read by us, each with its counts as text
anndatafiles.py show FILE       what anndata reads from the file, as JSON
"""
import functools
import json
import sys

import anndata
import h5py
import numpy as np
import pandas as pd
import scipy.sparse as sp


def section(kind):
    random = np.random.default_rng(5)
    counts = random.poisson(0.6, size=(40, 23)).astype(np.float32)
    counts[7] = 0
    obs = pd.DataFrame(index=[f"{chr(65 + i % 4)}CGT{i:03}-1" for i in range(40)])
    obs["array_row"] = [i // 8 for i in range(40)]
    obs["array_col"] = [2 * (i % 8) + (i // 8) % 2 for i in range(40)]
    obs["in_tissue"] = [0 if i == 3 else 1 for i in range(40)]
    obs["library_id"] = pd.Categorical(["left" if i % 8 < 4 else "right" for i in range(40)])
    var = pd.DataFrame(index=[f"GENE{i}" for i in range(22)] + ["CD3_antibody"])
    var["gene_ids"] = [f"ENSG{i:011}" for i in range(23)]
    var["feature_types"] = pd.Categorical(["Gene Expression"] * 22 + ["Antibody Capture"])
    matrix = {"csr": sp.csr_matrix, "csc": sp.csc_matrix, "dense": np.asarray}.get(kind, sp.csr_matrix)(counts)
    data = anndata.AnnData(X=matrix, obs=obs, var=var)
    x = 1000 + 100 * (obs["array_col"] / 2)
    y = 2000 + 86.6 * obs["array_row"]
    data.obsm["spatial"] = np.column_stack([x, y])
    if kind == "layer":  # X is normalised, the counts are kept beside it
        data.layers["counts"] = data.X.copy()
        data.X = data.X.log1p()
    if kind == "raw":
        data.raw = data.copy()
        data = data[:, :10].copy()
        data.X = data.X.log1p()
    if kind == "symbols":  # names are ids, as cellxgene has them
        data.var["feature_name"] = data.var_names
        data.var_names = data.var["gene_ids"].tolist()
        del data.var["gene_ids"]
    if kind != "two":
        del data.obs["library_id"]
    picture = np.zeros((30, 40, 3), dtype=np.float32)
    picture[:15, :, 0] = 1.0
    picture[15:, :, 2] = 0.5
    factors = {"tissue_hires_scalef": 0.0125, "spot_diameter_fullres": 65.0}
    libraries = ["left", "right"] if kind == "two" else ["only"]
    data.uns["spatial"] = {name: {"images": {"hires": picture}, "scalefactors": factors} for name in libraries}
    return data, counts[:, :22]


def write(folder):
    for kind in ["csr", "csc", "dense", "layer", "raw", "symbols", "two"]:
        data, counts = section(kind)
        data.write_h5ad(f"{folder}/{kind}.h5ad", compression={"csr": "gzip", "csc": "lzf"}.get(kind))
        np.savetxt(f"{folder}/{kind}.txt", counts, fmt="%d")
    write_in_all_forms(folder)


def write_in_all_forms(folder):
    """The same section in HDF5's older and newer ways to keep groups: symbol tables, links in headers, links in heaps."""
    plain_file = h5py.File
    for version in ["earliest", "v108", "v110", "latest"]:
        for ordered in [False, True]:
            data, counts = section("csr")
            data.uns["many"] = {f"entry{i}": i for i in range(300)}
            h5py.File = functools.partial(plain_file, libver=version)
            h5py.get_config().track_order = ordered
            kind = f"{version}{'-ordered' if ordered else ''}"
            data.write_h5ad(f"{folder}/{kind}.h5ad")
            np.savetxt(f"{folder}/{kind}.txt", counts, fmt="%d")
    h5py.File = plain_file


def plain(value):
    return value if isinstance(value, str) else float(value)


def show(file):
    data = anndata.read_h5ad(file)
    counts = sp.csr_matrix(data.X)
    counts.sort_indices()
    shown = {
        "obs_names": list(data.obs_names),
        "var_names": list(data.var_names),
        "gene_ids": [str(gene) for gene in data.var["gene_ids"]],
        "indptr": counts.indptr.tolist(),
        "indices": counts.indices.tolist(),
        "data": counts.data.tolist(),
        "spatial": np.asarray(data.obsm["spatial"]).tolist(),
        "latent": np.asarray(data.obsm["X_spacrd"]).tolist(),
        "obs": {name: data.obs[name].tolist() for name in data.obs.columns},
        "spacrd": {name: plain(value) for name, value in data.uns["spacrd"].items()},
        "libraries": list(data.uns["spatial"]),
    }
    print(json.dumps(shown))


if __name__ == "__main__":
    {"write": write, "show": show}[sys.argv[1]](sys.argv[2])
