import type { Link, Nodes, Root, Text } from "mdast";

/** A name as it may stand in the advice, and the clip that shows it. */
export type DrillName = { name: string; clipId: string };

export const CLIP_LINK = "#clip-";

/**
 * A remark plugin that links the first mention of each drill to its clip. Longer names win over the shorter ones
 * that they contain.
 */
export function linkDrills(names: readonly DrillName[]) {
  const ordered = [...names]
    .filter(({ name }) => name)
    .sort((one, other) => other.name.length - one.name.length);
  return () => (tree: Root) => visit(tree, ordered, new Set());
}

function visit(node: Nodes, names: readonly DrillName[], linked: Set<string>): void {
  if (!("children" in node) || node.type === "link") return;
  const parent: { children: Nodes[] } = node;
  parent.children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === "text") return cut(child, names, linked);
    visit(child, names, linked);
    return [child];
  });
}

function cut(text: Text, names: readonly DrillName[], linked: Set<string>): (Text | Link)[] {
  const found = first(text.value, names, linked);
  if (!found) return [text];
  const { at, length, clipId } = found;
  linked.add(clipId);
  const link: Link = {
    type: "link",
    url: CLIP_LINK + clipId,
    children: [{ type: "text", value: text.value.slice(at, at + length) }],
  };
  const before: Text[] = at > 0 ? [{ type: "text", value: text.value.slice(0, at) }] : [];
  const rest: Text = { type: "text", value: text.value.slice(at + length) };
  return [...before, link, ...(rest.value ? cut(rest, names, linked) : [])];
}

function first(value: string, names: readonly DrillName[], linked: ReadonlySet<string>) {
  let best: { at: number; length: number; clipId: string } | null = null;
  const lower = value.toLowerCase();
  for (const { name, clipId } of names) {
    const at = linked.has(clipId) ? -1 : lower.indexOf(name.toLowerCase());
    if (at >= 0 && (!best || at < best.at)) best = { at, length: name.length, clipId };
  }
  return best;
}
