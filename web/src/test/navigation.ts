/** Stands in for Next's router: remembers where the pages wanted to go. */
class Navigation {
  path = "/";
  visited: string[] = [];

  // The router's methods are passed around as plain functions.
  push = (href: string) => void this.visited.push(href);
  replace = (href: string) => void this.visited.push(href);

  reset() {
    this.path = "/";
    this.visited = [];
  }
}

export const navigation = new Navigation();
