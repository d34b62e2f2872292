/** What both clients share. Pages are also rendered at build time, where there is no location and nothing is fetched. */
export const connection = {
  baseUrl: globalThis.location?.origin ?? "",
  credentials: "same-origin",
  // The endpoints that read the refresh cookie refuse requests without it; a page of another site cannot send it.
  headers: { "X-Requested-With": "churnwatch" },
} as const;
