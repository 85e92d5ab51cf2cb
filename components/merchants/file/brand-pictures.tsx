"use client";

import { Image as Picture } from "lucide-react";
import { useState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { at } from "@/lib/klarna/file/parts";

const kinds = [
  ["logo_url", "Logo"],
  ["icon_url", "Icon"],
  ["feature_image_url", "Feature image"],
] as const;

export interface BrandPicturesProps {
  readonly branding: unknown;
  /** Whether somebody has asked for pictures on this page. */
  readonly shown: boolean;
}

/** A brand's pictures, fetched by this browser from where they are, and only when somebody asks for them: on a page of its own, since no other may fetch anything from elsewhere. */
export function BrandPictures({ branding, shown }: BrandPicturesProps) {
  const pictures = kinds.flatMap(([name, label]) => {
    const url = at(branding, [name]);
    return typeof url === "string" && /^https:\/\//i.test(url) ? [{ url, label }] : [];
  });
  if (pictures.length === 0) return null;
  if (!shown)
    return (
      <a href="?pictures" className={buttonClass({ size: "sm" }, "my-2")}>
        <Picture aria-hidden />
        Show the pictures
      </a>
    );
  return (
    <ul className="my-2 flex flex-wrap gap-4">
      {pictures.map(({ url, label }) => (
        <li key={label}>
          <OutsidePicture url={url} label={label} />
        </li>
      ))}
    </ul>
  );
}

function OutsidePicture({ url, label }: { readonly url: string; readonly label: string }) {
  const [failed, setFailed] = useState(false);
  return (
    <figure className="grid gap-1">
      {failed ? (
        <p className="flex h-24 w-40 items-center justify-center rounded border text-muted text-xs">Couldn't be loaded</p>
      ) : (
        // biome-ignore lint/performance/noImgElement: it comes from the merchant's own server, which ours must never ask.
        <img
          src={url}
          alt={label}
          referrerPolicy="no-referrer"
          loading="lazy"
          className="h-24 max-w-60 rounded border bg-paper object-contain p-1"
          onError={() => setFailed(true)}
        />
      )}
      <figcaption className="text-muted text-xs">{label}</figcaption>
    </figure>
  );
}
