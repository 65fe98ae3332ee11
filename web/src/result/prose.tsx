"use client";

import { Play } from "lucide-react";
import { useMemo } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { CLIP_LINK, type DrillName, linkDrills } from "./drill-links";
import { toMarkdown } from "./sections";

type Props = { body: string; names: readonly DrillName[]; onDrill: (clipId: string) => void };

/** The advice's own words. Markup in it stays text, pictures become their description. */
export function Prose({ body, names, onDrill }: Props) {
  const plugins = useMemo(() => [remarkGfm, linkDrills(names)], [names]);
  const components = useMemo(() => parts(onDrill), [onDrill]);
  return (
    <div className="prose">
      <Markdown remarkPlugins={plugins} components={components}>
        {toMarkdown(body)}
      </Markdown>
    </div>
  );
}

const TITLE = ({ children }: { children?: React.ReactNode }) => <h3>{children}</h3>;

function parts(onDrill: (clipId: string) => void): Components {
  return {
    a({ href, children }) {
      if (!href?.startsWith(CLIP_LINK)) {
        return (
          <a href={href} rel="noreferrer nofollow" target="_blank">
            {children}
          </a>
        );
      }
      return (
        // biome-ignore lint/a11y/useValidAnchor: it leads to the player, and chooses the clip there
        <a
          href="#player"
          onClick={() => onDrill(href.slice(CLIP_LINK.length))}
          className="mx-px inline-flex min-h-6.5 items-center gap-1 rounded-s bg-tint-2 pr-2 pl-1.5 leading-[1.6] font-bold whitespace-nowrap text-tint-text no-underline hover:underline"
        >
          <Play aria-hidden="true" fill="currentColor" strokeWidth={0} className="size-3.25" />
          {children}
        </a>
      );
    },
    img: ({ alt }) => <>{alt}</>,
    h1: TITLE,
    h2: TITLE,
    h3: TITLE,
    h4: TITLE,
    h5: TITLE,
    h6: TITLE,
    table: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be reachable to be scrolled by keys
      <figure className="table" tabIndex={0}>
        <table>{children}</table>
      </figure>
    ),
  };
}
