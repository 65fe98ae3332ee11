from uuid import uuid4

from otehon.drills.catalogue import catalogue
from otehon.generation.specimens import find_specimen, specimen, specimen_id


def test_every_drill_that_moves_is_found_by_its_clips_id():
    for drill in catalogue():
        found = find_specimen(specimen_id(drill.id))
        assert (found is not None) == (drill.moves)
        if found is not None:
            assert found.drill == drill.id


def test_a_clip_of_a_run_is_no_specimen():
    assert find_specimen(uuid4()) is None


def test_ids_of_different_drills_differ():
    ids = [specimen(drill).id for drill in catalogue()]
    assert len(set(ids)) == len(ids)
