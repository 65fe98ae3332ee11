"""The plan's tables where they are not there yet, our own tables, and the queue's schema."""

from alembic import op
from procrastinate.schema import SchemaManager
from sqlalchemy import text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A `runs` table that is there already belongs to the customer's system: we rely on its id and write
# nothing into it. The comment marks the one that is ours. Our own ids start high, so that the serial ids of
# other systems, which clients send us, do not meet them.
RUNS = """
DO $$ BEGIN
    IF to_regclass('runs') IS NULL THEN
        CREATE SEQUENCE otehon_run_ids AS integer START 1073741824;
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY DEFAULT nextval('otehon_run_ids'),
            created_at TIMESTAMPTZ NOT NULL DEFAULT now()
        );
        COMMENT ON TABLE runs IS 'otehon';
    END IF;
END $$;
"""

TABLES = """
CREATE TABLE IF NOT EXISTS generated_videos (
    id SERIAL PRIMARY KEY,
    run_id INTEGER NOT NULL,
    prompt_text TEXT NOT NULL,
    generation_status VARCHAR(50) DEFAULT 'pending',
    error_message TEXT,
    created_at TIMESTAMP DEFAULT NOW(),
    completed_at TIMESTAMP,
    FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_generated_videos_run_id ON generated_videos(run_id);
CREATE INDEX IF NOT EXISTS idx_generated_videos_status ON generated_videos(generation_status);

CREATE TABLE advice (
    run_id INTEGER PRIMARY KEY REFERENCES runs(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE clips (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    video_id INTEGER NOT NULL REFERENCES generated_videos(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    drill TEXT,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    dose JSONB NOT NULL DEFAULT '{}',
    seconds REAL NOT NULL,
    stage TEXT NOT NULL DEFAULT 'queued',
    engine TEXT,
    tried TEXT[] NOT NULL DEFAULT '{}',
    handle JSONB,
    attempt INTEGER NOT NULL DEFAULT 0,
    progress REAL NOT NULL DEFAULT 0,
    error JSONB,
    shown_engine TEXT,
    studio_media TEXT,
    engine_media TEXT,
    deadline TIMESTAMPTZ,
    revision INTEGER NOT NULL DEFAULT 0,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    first_picture_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    UNIQUE (video_id, position)
);
CREATE INDEX idx_clips_active ON clips (stage) WHERE finished_at IS NULL;
CREATE INDEX idx_clips_studio_media ON clips (studio_media);

CREATE TABLE costs (
    id BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    clip_id UUID NOT NULL,
    run_id INTEGER NOT NULL,
    engine TEXT NOT NULL,
    intent UUID NOT NULL UNIQUE,
    provider_id TEXT,
    state TEXT NOT NULL,
    amount NUMERIC(12, 6),
    currency VARCHAR(3),
    seconds REAL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_costs_created_at ON costs (created_at);
"""

JOBS_BY_LOCK = """
CREATE INDEX IF NOT EXISTS idx_otehon_jobs_lock ON procrastinate_jobs (lock)
    WHERE status IN ('todo', 'doing');
"""

# The plan's tables and the queue's schema stay: another system may have made them and use them.
WITHOUT = """
DROP TABLE clips, costs, advice;
DELETE FROM procrastinate_jobs WHERE queue_name IN ('studio', 'engines');
DROP INDEX idx_otehon_jobs_lock;
UPDATE generated_videos
SET generation_status = 'failed', error_message = 'Otehon was removed.', completed_at = now()
WHERE generation_status IN ('pending', 'generating');
"""


def upgrade() -> None:
    """Make what is missing."""
    op.execute(text(RUNS))
    op.execute(text(TABLES))
    if op.get_bind().scalar(text("SELECT to_regclass('procrastinate_jobs')")) is None:
        # The schema's percent signs are no placeholders: past SQLAlchemy, to the driver itself.
        op.get_bind().connection.cursor().execute(SchemaManager.get_schema())
    # For "is there a job of this clip", which the queue asks of every candidate and we of every clip.
    op.execute(text(JOBS_BY_LOCK))


def downgrade() -> None:
    """Forget advice, clips and costs."""
    op.execute(text(WITHOUT))
