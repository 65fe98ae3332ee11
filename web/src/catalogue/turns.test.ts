import { expect, test } from "vitest";
import { Turns } from "./turns";

test("no more than the limit begin, the others in the order in which they came", () => {
  const turns = new Turns(2);
  const begun: string[] = [];
  const ask = (name: string) => turns.ask(() => begun.push(name));
  const [first, , third] = [ask("a"), ask("b"), ask("c"), ask("d")];
  expect(begun).toEqual(["a", "b"]);
  third?.();
  expect(begun).toEqual(["a", "b"]);
  first?.();
  expect(begun).toEqual(["a", "b", "d"]);
});
