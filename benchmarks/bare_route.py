"""The route that `/status` is compared with: FastAPI, one query by primary key, nothing else."""

import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from otehon.store.address import sqlalchemy_url

QUERY = text("SELECT id, run_id, generation_status FROM generated_videos WHERE id = :id")


class Video(BaseModel):
    """A row."""

    id: int
    run_id: int
    generation_status: str


def create_app(database_url: str) -> FastAPI:
    """The app."""
    engine = create_async_engine(sqlalchemy_url(database_url), pool_size=8)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        yield
        await engine.dispose()

    app = FastAPI(lifespan=lifespan)

    @app.get("/videos/{video_id}")
    async def get_video(video_id: int) -> Video:
        async with engine.connect() as connection:
            row = (await connection.execute(QUERY, {"id": video_id})).mappings().one()
        return Video.model_validate(dict(row))

    del get_video
    return app


if __name__ == "__main__":
    uvicorn.run(create_app(sys.argv[2]), port=int(sys.argv[1]), log_level="warning", access_log=False)
