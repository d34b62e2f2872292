import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { createQueryClient } from "@/lib/api/query-client";
import { openSession } from "@/lib/auth/session";
import type { FakeApi } from "@/test/fake-api";
import { adminSession } from "@/test/fixtures";

/** A page as someone sees who opened it with this query string. */
export function renderPage(page: ReactNode, search = "") {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <NuqsTestingAdapter searchParams={search} hasMemory>
        {page}
      </NuqsTestingAdapter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

export function signInAsAdmin(api: FakeApi) {
  api.validToken = adminSession.access_token;
  api.hasRefreshCookie = true;
  openSession(adminSession);
}
