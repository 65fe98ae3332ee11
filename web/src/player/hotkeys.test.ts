import { expect, test } from "vitest";
import { commandOf } from "./hotkeys";

function press(key: string, target: Element = document.body, more: Partial<KeyboardEvent> = {}) {
  return commandOf({
    key,
    target,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  });
}

test("every documented key has its command", () => {
  const commands = [" ", "k", "j", "l", ",", ".", "<", ">", "m", "r", "f", "c", "x"].map((key) => press(key));
  expect(commands).toEqual([
    "toggle",
    "toggle",
    "back",
    "forward",
    "frameBack",
    "frameForward",
    "slower",
    "faster",
    "mirror",
    "loop",
    "fullscreen",
    "captions",
    "mistake",
  ]);
});

test("caps lock makes no difference, other keys mean nothing", () => {
  expect(press("K")).toBe("toggle");
  expect(press("Enter")).toBeNull();
  expect(press("z")).toBeNull();
});

test("nothing while typing, composing kana or holding a modifier", () => {
  const field = document.createElement("textarea");
  expect(press("k", field)).toBeNull();
  expect(press("k", document.body, { isComposing: true })).toBeNull();
  expect(press("r", document.body, { ctrlKey: true })).toBeNull();
});

test("space presses the focused button, other keys still command", () => {
  const button = document.createElement("button");
  expect(press(" ", button)).toBeNull();
  expect(press("k", button)).toBe("toggle");
});

test("the scrubber's range does not count as typing", () => {
  const range = document.createElement("input");
  range.type = "range";
  expect(press("k", range)).toBe("toggle");
});
