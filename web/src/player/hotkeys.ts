export type Command =
  | "toggle"
  | "back"
  | "forward"
  | "frameBack"
  | "frameForward"
  | "slower"
  | "faster"
  | "mirror"
  | "loop"
  | "fullscreen"
  | "captions"
  | "mistake";

const KEYS: Readonly<Record<string, Command>> = {
  " ": "toggle",
  k: "toggle",
  j: "back",
  l: "forward",
  ",": "frameBack",
  ".": "frameForward",
  "<": "slower",
  ">": "faster",
  m: "mirror",
  r: "loop",
  f: "fullscreen",
  c: "captions",
  x: "mistake",
};

const TYPING = "input:not([type=range]), textarea, select, [contenteditable]";
const PRESSED_BY_SPACE = "button, a, summary, [role=tab], [role=radio]";

type Press = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "isComposing"> & {
  target: EventTarget | null;
};

/** The player's command for a key press; none while typing, or where the focused control takes the key. */
export function commandOf(press: Press): Command | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return null;
  const at = press.target instanceof Element ? press.target : null;
  if (at?.closest(TYPING) || at?.closest("dialog")) return null;
  if (press.key === " " && at?.closest(PRESSED_BY_SPACE)) return null;
  return KEYS[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
}
