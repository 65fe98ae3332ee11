"""How many frames of a clip are drawn."""

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns of clips."""
    op.execute(text("ALTER TABLE clips ADD COLUMN frames_done INTEGER, ADD COLUMN frames_total INTEGER"))


def downgrade() -> None:
    """Forget how many frames are drawn."""
    op.execute(text("ALTER TABLE clips DROP COLUMN frames_done, DROP COLUMN frames_total"))
