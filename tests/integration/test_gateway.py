"""deploy/nginx in a real nginx, before a real service, a real worker and a real PostgreSQL."""

import asyncio
import re
import subprocess
from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from benchmarks.nginx import NGINX, start_gateway
from benchmarks.processes import free_port, site, wait_ready

from otehon.api.addresses import PREFIX
from otehon.api.models.problems import Problem
from otehon.api.web import export_folder
from tests.integration.gateway import SECTION, Front, arrivals, completed, log_with, status_of, told

pytestmark = pytest.mark.skipif(
    not NGINX.is_file() or export_folder() is None,
    reason="needs nginx and the pages: `make web`, `make test`",
)

SLOW = "プランク 30秒"
HTML = {"Accept": "text/html"}
PAGES = (
    "/",
    "/index.html",
    "/result/7",
    "/result/7/",
    "/embed/7/",
    "/catalogue",
    "/catalogue/",
    "/catalogue/squat/",
)


@pytest.fixture(scope="module")
def front() -> Generator[Front]:
    settings: dict[str, Any] = {
        "OTEHON_ALLOWED_HOSTS": "otehon.example",
        "OTEHON_EMBED_ORIGINS": "https://club.example",
        "OTEHON_API_TOKEN": "secret",
        "OTEHON_LOG_LEVEL": "INFO",
    }
    with site({"fetch_seconds": 2.0}, **settings) as place:
        port = free_port()
        place.start("serve", "--port", str(port), "--no-work")
        place.start("worker", "--concurrency", "2")
        gateway = start_gateway(place, [port])
        token = {"Authorization": "Bearer secret"}
        with (
            httpx2.Client(base_url=gateway, timeout=30, headers=token) as through,
            httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, headers=token) as direct,
        ):
            wait_ready(direct)
            film = completed(through, 1)["video_url"]
            yield Front(place, through, direct, film)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_services_own_to_the_letter(front: Front, path: str) -> None:
    through, direct = (client.get(path, headers=HTML) for client in (front.through, front.direct))
    assert (through.status_code, direct.status_code) == (200, 200)
    assert through.text == direct.text
    assert through.headers["content-encoding"] == "gzip"
    assert told(through) == told(direct)


def test_a_pages_policy_lets_its_own_scripts_run_and_only_embeds_be_framed(front: Front) -> None:
    page = front.through.get("/embed/7/")
    policy = page.headers["content-security-policy"]
    assert "frame-ancestors 'self' https://club.example" in policy
    assert len(re.findall("'sha256-", policy)) == len(re.findall(r"<script(?![^>]*\ssrc=)", page.text))
    assert "frame-ancestors 'none'" in front.through.get("/result/7/").headers["content-security-policy"]


def test_parts_with_a_hash_in_their_names_are_kept_for_ever_and_pages_are_asked_for_again(
    front: Front,
) -> None:
    page = front.through.get("/")
    part = re.search(r'src="(/_next/static/[^"]+\.js)"', page.text)
    assert part is not None
    through, direct = (client.get(part[1]) for client in (front.through, front.direct))
    assert through.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert through.content == direct.content
    assert page.headers["cache-control"] == "no-cache"
    again = front.through.get("/", headers={"If-None-Match": page.headers["etag"]})
    assert again.status_code == 304
    assert again.headers["content-security-policy"] == page.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/nowhere", "/_next/static/nowhere.js", "/result/a.b/", "/catalogue/../../x"]
)
def test_where_there_is_nothing_a_reader_gets_a_page_and_a_program_a_problem(front: Front, path: str) -> None:
    for accept in ("text/html", "*/*"):
        through, direct = (c.get(path, headers={"Accept": accept}) for c in (front.through, front.direct))
        assert (through.status_code, direct.status_code) == (404, 404)
        assert through.headers["content-type"] == direct.headers["content-type"]
        assert through.text == direct.text
        assert "immutable" not in through.headers["cache-control"]


ROUNDABOUT = (
    *("/{}", "/{}/", "/{}?x=1", "//{}", "/x/../{}", "/./{}", "/%2e/{}"),
    *(f"{PREFIX}{way}{{}}" for way in ("/", "//", "/../../", "/%2e%2e/%2e%2e/", "/..%2f..%2f")),
    *(f"{PREFIX}{way}{{}}" for way in ("/x/../../../", "/status/1/../../../../", "/media/../")),
)
"""Paths that might lead to an operation."""


@pytest.mark.parametrize("name", ["metrics", "costs", "readyz", "livez"])
def test_operations_do_not_pass(front: Front, name: str) -> None:
    assert front.direct.get(f"/{name}").status_code == 200
    letter = f"/%{ord(name[0]):x}{name[1:]}"
    for path in (letter, *(way.format(name) for way in ROUNDABOUT)):
        assert status_of(front.through, path) == 404, path


def test_the_apis_answers_pass_as_they_are(front: Front) -> None:
    paths = [f"{PREFIX}/{rest}" for rest in ("status/1", "drills", "drills/no", "docs", "status/0")]
    for path in paths:
        plain = {"Accept-Encoding": "identity"}
        through, direct = (client.get(path, headers=plain) for client in (front.through, front.direct))
        assert through.status_code == direct.status_code
        assert through.text == direct.text
        assert told(through) | {"vary": ""} == told(direct) | {"vary": ""}
        packed = front.through.get(path, headers={"Accept-Encoding": "gzip"})
        assert packed.text == direct.text
        assert ("content-encoding" in packed.headers) == (len(direct.content) >= 1000)
    sent = front.through.get("/docs")
    assert (sent.status_code, sent.headers["location"]) == (307, f"{PREFIX}/docs")


def test_films_play_in_parts_and_are_not_drawn_in_again(front: Front) -> None:
    whole = front.through.get(front.film)
    assert (whole.status_code, whole.headers["content-type"]) == (200, "video/mp4")
    assert whole.content == front.direct.get(front.film).content
    assert "content-encoding" not in whole.headers
    part = front.through.get(front.film, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole.content)}"
    assert front.through.get(front.film, headers={"Range": "bytes=999999999-"}).status_code == 416
    unchanged = front.through.get(front.film, headers={"If-None-Match": whole.headers["etag"]})
    assert unchanged.status_code == 304
    head = front.through.head(front.film)
    assert (head.content, head.headers["content-length"]) == (b"", str(len(whole.content)))
    assert front.through.get(f"{front.film[:-2]}xx").status_code == 404


async def test_events_come_at_once(front: Front) -> None:
    gzip = {"Accept-Encoding": "gzip"}
    async with (
        httpx2.AsyncClient(base_url=front.through.base_url, timeout=30, headers=gzip) as through,
        httpx2.AsyncClient(base_url=front.direct.base_url, timeout=30, headers=gzip) as direct,
    ):
        watching = asyncio.gather(arrivals(through, 2), arrivals(direct, 2))
        # The first event is short and stands alone: what is held back would be held back until the next.
        await asyncio.sleep(1.5)
        front.through.post(f"{PREFIX}/generate", json={"run_id": 2, "prompt_text": SLOW}).raise_for_status()
        ours, services = await asyncio.wait_for(watching, 20)
    common = sorted(ours.keys() & services.keys(), key=ours.__getitem__)
    assert len(common) >= 5
    assert ours[common[-1]] - ours[common[0]] > 1.0
    assert max(ours[event] - services[event] for event in common) < 0.8


def test_a_long_advice_passes_and_a_longer_one_is_told_so(front: Front) -> None:
    advice = "あ" * 190_000 + SECTION
    answer = front.through.post(f"{PREFIX}/runs", json={"advice": advice, "run_id": 30})
    assert answer.status_code == 201
    for size in (1_010_000, 1_100_000):
        body = b'{"advice": "' + b"a" * size + b'"}'
        for path in ("runs", "generate", "status/1"):
            headers = {"Content-Type": "application/json"}
            refused = front.through.request("POST", f"{PREFIX}/{path}", content=body, headers=headers)
            assert refused.status_code == 413
            assert refused.headers["content-type"] == "application/problem+json"
            assert Problem.model_validate_json(refused.content).code == "body-too-large"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, None),
        ({"Host": "otehon.example"}, None),
        ({"Host": "otehon.example", "Origin": "https://otehon.example"}, None),
        ({"Host": "evil.example"}, "foreign-host"),
        ({"Origin": "https://evil.example"}, "foreign-origin"),
        ({"Sec-Fetch-Site": "cross-site"}, "foreign-origin"),
        ({"Content-Type": "text/plain"}, "json-required"),
        ({"Authorization": "Bearer wrong"}, "wrong-token"),
    ],
)
def test_who_may_write_is_the_same_through_the_gateway(
    front: Front, headers: dict[str, str], code: str | None
) -> None:
    sent = {"Content-Type": "application/json"} | headers
    content = f'{{"run_id": 1, "prompt_text": "{SECTION}", "duration": 5}}'.replace("\n", "\\n").encode()
    answer = front.through.post(f"{PREFIX}/generate", content=content, headers=sent)
    assert answer.json().get("code") == code, answer.text


def test_the_cookie_is_for_https_alone_where_tls_ends_before_us(front: Front) -> None:
    body = {"token": "secret"}
    plain = front.through.post(f"{PREFIX}/session", json=body)
    assert "secure" not in plain.headers["set-cookie"].lower()
    ended_before = front.through.post(f"{PREFIX}/session", json=body, headers={"X-Forwarded-Proto": "https"})
    assert "secure" in ended_before.headers["set-cookie"].lower()


def test_the_log_knows_who_was_refused_and_no_link(front: Front) -> None:
    forged = {"X-Real-IP": "203.0.113.9", "X-Forwarded-For": "203.0.113.9", "Authorization": "Bearer wrong"}
    assert front.through.get(front.film, headers=forged).status_code == 200
    refused = front.through.delete(f"{PREFIX}/runs/1", headers=forged | {"Otehon-Request": "1"})
    assert refused.status_code == 401
    log = log_with(front.place, "status=401")
    assert "client=127.0.0.1" in log
    assert "203.0.113.9" not in log
    assert f"{PREFIX}/media/- 200" in log
    assert front.film.rpartition("/")[2] not in log


def test_a_gateway_without_a_service_says_so_and_still_shows_pages(front: Front) -> None:
    alone = start_gateway(front.place, [free_port()])
    for path in ("status/1", "runs", "generate"):
        answer = httpx2.request("POST" if path != "status/1" else "GET", f"{alone}{PREFIX}/{path}")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
        assert Problem.model_validate_json(answer.content).code == "service-unavailable"
    assert httpx2.get(f"{alone}/result/7/").status_code == 200


def test_in_an_nginx_of_somebody_else_the_routes_need_no_pages_of_ours(front: Front) -> None:
    assert front.direct.base_url.port is not None
    others = {"site.conf": ("include pages.conf;", "location = /theirs { return 200; }")}
    theirs = start_gateway(front.place, [front.direct.base_url.port], others)
    assert httpx2.get(f"{theirs}{PREFIX}/status/1").json()["status"] == "success"
    assert httpx2.get(f"{theirs}/theirs").status_code == 200
    assert httpx2.get(f"{theirs}/result/7/").status_code == 404


def test_a_rate_limit_where_one_is_wanted(front: Front) -> None:
    port = front.direct.base_url.port
    assert port is not None
    limited = start_gateway(front.place, [port], {"rate_limit.conf": ("#POST", "POST")})
    with httpx2.Client(base_url=limited) as client:
        answers = [client.post(f"{PREFIX}/generate", json={}) for _ in range(40)]
        assert [answer.status_code for answer in answers[:20]] == [401] * 20
        assert answers[-1].status_code == 429
        assert Problem.model_validate_json(answers[-1].content).code == "too-many-requests"
        assert client.get(f"{PREFIX}/status/1").status_code == 200
    assert all(front.through.post(f"{PREFIX}/generate", json={}).status_code == 422 for _ in range(60))


def test_tls_as_the_example_has_it(front: Front, tmp_path: Path) -> None:
    assert front.direct.base_url.port is not None
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    asked = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=otehon"]
    subprocess.run([*asked, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    keys = {"listen.conf": ("/etc/nginx/tls", str(tmp_path))}
    secure = start_gateway(front.place, [front.direct.base_url.port], keys, "tls.conf.example")
    with httpx2.Client(base_url=secure, verify=False) as client:
        page = client.get("/")
        assert (page.status_code, page.headers["strict-transport-security"]) == (200, "max-age=31536000")
        cookie = client.post(f"{PREFIX}/session", json={"token": "secret"}).headers["set-cookie"]
        assert "secure" in cookie.lower()
    plain = httpx2.get(secure.replace("https", "http"), headers={"Host": "otehon.example.net"})
    assert (plain.status_code, plain.headers["location"]) == (301, "https://otehon.example.net/")
