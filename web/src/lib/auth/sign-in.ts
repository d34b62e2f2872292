import { api } from "@/lib/api/client";
import { answerOf } from "@/lib/api/problem";
import { cookieApi } from "@/lib/auth/refresh";
import { closeSession, openSession } from "@/lib/auth/session";

export async function signIn(username: string, password: string) {
  return openSession(await answerOf(cookieApi.POST("/api/auth/login/", { body: { username, password } })));
}

export async function changePassword(current_password: string, new_password: string) {
  const body = { current_password, new_password };
  return openSession(await answerOf(api.POST("/api/auth/password/", { body })));
}

/** The page forgets its token even when the server cannot be told. */
export async function signOut() {
  try {
    await answerOf(api.POST("/api/auth/logout/"));
  } finally {
    closeSession();
  }
}
