/** The tab's title in the chosen language; React moves it into the head. */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} | Otehon`}</title>;
}
