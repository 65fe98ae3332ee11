"use client";

import { Fragment } from "react";
import { useLocal, useSeparator } from "@/i18n/format";
import type { Localized } from "@/i18n/language";

/** Names in a row. A line ends between two of them, never within one, and never begins with what parts them. */
export function Names({ names }: { names: readonly Localized[] }) {
  const local = useLocal();
  const between = useSeparator();
  return names.map((name, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an advice may name a drill twice
    <Fragment key={at}>
      {at > 0 && <wbr />}
      <span className="whitespace-nowrap">
        {local(name)}
        {at < names.length - 1 && between.trimEnd()}
      </span>
      {between.endsWith(" ") && " "}
    </Fragment>
  ));
}
