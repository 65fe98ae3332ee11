"""The figure's skin as the painter needs it: a mesh that follows the bones roughly and is then snapped."""

from typing import NamedTuple

from otehon.studio.arrays import Bytes, Floats, Ints


class Mesh(NamedTuple):
    """n vertices, ordered by the bone that owns them; t triangles; e edges.

    vertices (n, 3) in the rest pose, metres; bone_of (n, 4) and weight (n, 4) the bones that move it; owner
    (n,)
    the strongest; rest (bones, 3, 4) the rest pose; triangles (t, 3) anticlockwise seen from outside; joint
    (t,)
    1 where the skin folds; edges (e, 5): two vertices, the two triangles, 1 where materials meet; twins (w,
    2)
    pairs of vertices at one place that differ in material; shapes (bones, primitives) 1 where a primitive may
    shape that bone's skin, so that a fist on the hip is not pushed off by the pelvis.
    """

    vertices: Floats
    bone_of: Ints
    weight: Floats
    owner: Ints
    rest: Floats
    triangles: Ints
    joint: Bytes
    edges: Ints
    twins: Ints
    shapes: Bytes
