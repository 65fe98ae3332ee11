import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { LanguageSwitch } from "@/shell/language-switch";
import { show } from "@/testing/render";

test("Japanese at first whatever the browser says, English by the switch, and kept", async () => {
  const view = show(<LanguageSwitch />);
  expect(screen.getByRole("button", { name: "日本語" }).getAttribute("aria-pressed")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "EN" }));
  expect(document.documentElement.lang).toBe("en");
  view.unmount();
  show(<LanguageSwitch />);
  expect(screen.getByRole("button", { name: "EN" }).getAttribute("aria-pressed")).toBe("true");
});
