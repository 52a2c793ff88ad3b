/**
 * Stands in for the tag `!!binary` of `yaml`, whose parts for browsers refuse what Node's own decoder lets pass: a
 * workflow must not read otherwise in the bundle than from the sources.
 */
export const binary = {
  tag: "tag:yaml.org,2002:binary",
  default: false,
  resolve: (base64: string): Uint8Array => Buffer.from(base64, "base64"),
};
