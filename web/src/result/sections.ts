import type { Section } from "@/api/view";

const HEADING = /^\s*(?:#{1,4}\s*)?[【［](.+?)[】］]\s*(.*)$|^#{1,4}\s+(.+)$/u;
const BANNER = /^\s*-{2,}.*-{2,}\s*$/;
const DRILLS = /補強ドリル|おすすめの?ドリル|recommended drills/iu;

/** An advice cut at its headings; words before the first heading come as a section without one. */
export function readSections(advice: string): Section[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: "", lines: [] }];
  for (const line of advice.replaceAll("\r\n", "\n").split("\n")) {
    if (BANNER.test(line)) continue;
    const found = HEADING.exec(line);
    if (found)
      sections.push({ heading: (found[1] ?? found[3] ?? "").trim(), lines: found[2] ? [found[2]] : [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections
    .map(({ heading, lines }) => ({ heading, body: lines.join("\n").trim(), isDrills: DRILLS.test(heading) }))
    .filter((section) => section.body || section.heading);
}

const LEADING_EMOJI = /^(\p{Extended_Pictographic}\uFE0F?)\s*/u;

/** A heading's leading emoji and its words: 💪 and おすすめの補強ドリル. */
export function splitHeading(heading: string): { emoji: string | null; words: string } {
  const emoji = LEADING_EMOJI.exec(heading);
  return { emoji: emoji?.[1] ?? null, words: heading.slice(emoji?.[0].length ?? 0) };
}

const BULLET = /^\s*[・•●○◦▪■]\s*/u;

/** Japanese bullets as Markdown's, so that they become a list. */
export function toMarkdown(body: string): string {
  return body
    .split("\n")
    .map((line) => line.replace(BULLET, "- "))
    .join("\n");
}
