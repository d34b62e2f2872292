import type { NextConfig } from "next";

const shared: NextConfig = {
  trailingSlash: true,
  typedRoutes: true,
  reactStrictMode: true,
  images: { unoptimized: true },
};

// Next refuses rewrites together with a static export, and only development needs to reach the API on another port.
const development: NextConfig = {
  ...shared,
  allowedDevOrigins: ["127.0.0.1"],
  rewrites: async () => [{ source: "/api/:path*", destination: "http://127.0.0.1:8080/api/:path*/" }],
};

const production: NextConfig = { ...shared, output: "export" };

export default process.env.NODE_ENV === "development" ? development : production;
