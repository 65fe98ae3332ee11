import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LIVE } from "@/api/live";
import { storeLanguage } from "@/i18n/language";
import { show } from "@/testing/render";
import { ConnectionBanner } from "./connection-banner";

const soon = () => Date.now() + 4500;

test("nothing is said while news come", () => {
  show(<ConnectionBanner link={LIVE} />);
  expect(screen.queryByText(/混み合って|つなぎ直して|次の接続/)).toBeNull();
});

test("a crowd and an absence are told apart, with the time to the next try", () => {
  show(<ConnectionBanner link={{ state: "busy", next: soon() }} />);
  expect(screen.getByText("ただいま混み合っています")).toBeTruthy();
  expect(screen.getByText(/次の接続まで [45]秒/)).toBeTruthy();
  show(<ConnectionBanner link={{ state: "away", next: soon() }} />);
  expect(screen.getByText("サーバーにつなぎ直しています")).toBeTruthy();
});

test("in English too", () => {
  storeLanguage("en");
  show(<ConnectionBanner link={{ state: "busy", next: soon() }} />);
  expect(screen.getByText("Many are here right now")).toBeTruthy();
});
