"""Makes the coach's mesh from the motion's flesh: offline, with tools that are not needed to render.

`python -m otehon.studio.sculpt` writes `figure/meshes/<hands>.npz`; `make meshes` does the same.
"""
