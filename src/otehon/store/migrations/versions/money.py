"""What a paid attempt asked for and is expected to cost, the engines' breakers, budgets' alerts, origins."""

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# A provider's job belongs to one attempt: the index is what keeps two clips from adopting the same one.
COSTS = """
ALTER TABLE costs
    ADD COLUMN model TEXT NOT NULL DEFAULT '',
    ADD COLUMN estimate NUMERIC(12, 6),
    ADD COLUMN fingerprint CHAR(32),
    ADD COLUMN ask JSONB,
    ADD COLUMN delivered REAL;
CREATE UNIQUE INDEX idx_costs_provider_job ON costs (engine, provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX idx_costs_open ON costs (updated_at) WHERE state IN ('committed', 'submitted', 'unknown');
"""

BREAKERS = """
CREATE TABLE breakers (
    engine TEXT PRIMARY KEY,
    failures INTEGER NOT NULL DEFAULT 0,
    cause TEXT,
    open_until TIMESTAMPTZ
)
"""

ALERTS = """
CREATE TABLE budget_alerts (
    budget TEXT NOT NULL,
    period TEXT NOT NULL,
    percent INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (budget, period, percent)
)
"""

WITHOUT = """
DROP INDEX idx_costs_provider_job, idx_costs_open;
ALTER TABLE costs
    DROP COLUMN model, DROP COLUMN estimate, DROP COLUMN fingerprint, DROP COLUMN ask, DROP COLUMN delivered;
DROP TABLE breakers, budget_alerts;
ALTER TABLE clips DROP COLUMN origin;
"""


def upgrade() -> None:
    """Add them."""
    for statement in (COSTS, BREAKERS, ALERTS, "ALTER TABLE clips ADD COLUMN origin JSONB"):
        op.execute(text(statement))


def downgrade() -> None:
    """Forget estimates, what was asked, breakers, alerts and origins; amounts stay."""
    op.execute(text(WITHOUT))
