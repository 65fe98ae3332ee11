import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { storeLanguage } from "@/i18n/language";
import { clip } from "@/testing/clips";
import { show } from "@/testing/render";
import { Waiting } from "./waiting";

const UNSHOWN = { shownEngine: null } as const;

test("frames are told while the studio draws", () => {
  show(
    <Waiting
      clip={clip({ ...UNSHOWN, state: "generating", progress: 0.62, frames: { done: 97, total: 156 } })}
    />,
  );
  expect(screen.getByText("156コマ中 97コマ")).toBeTruthy();
  expect(screen.getByText("62%")).toBeTruthy();
});

test("the place in line, and that it goes on without the page", () => {
  show(<Waiting clip={clip({ ...UNSHOWN, state: "pending", progress: 0, ahead: 2 })} />);
  expect(screen.getByText("前に2件あります。画面を閉じても、そのまま進みます。")).toBeTruthy();
});

test("who is next is told so, in English too", () => {
  storeLanguage("en");
  show(<Waiting clip={clip({ ...UNSHOWN, state: "pending", progress: 0, ahead: 0 })} />);
  expect(screen.getByText("You are next. It goes on if you leave.")).toBeTruthy();
});
