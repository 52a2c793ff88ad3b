import { maskKey } from "../../src/key/mask.ts";
import type { MessageId } from "./finding.ts";

/** What a message is made of. Secretlint turns it into stars wherever it prints it. */
export interface MessageProps {
  readonly SECRET?: string;
}

type Message = Readonly<Record<"en" | "ja", (props?: MessageProps) => string>>;

/** The end of a key, by which its owner can tell which one it is; nothing of what may not be one. */
function hintOf({ SECRET = "" }: MessageProps = {}): string {
  const masked = maskKey(SECRET);
  return /[^*]/.test(masked) ? ` (${masked})` : "";
}

const REPLACE_EN =
  "Delete it in Pleo under Settings > API Keys, because the history keeps it; create a new one and read it from the environment.";
const REPLACE_JA =
  "履歴に残るため、Pleo の Settings > API Keys で削除し、新しいキーを作成して環境変数から読み込んでください。";

/** What was found, why it matters, and what to do. Nothing of a secret but the end of a key. */
export const messages: Readonly<Record<MessageId, Message>> = {
  PLEO_API_KEY: {
    en: (props) =>
      `A Pleo API key${hintOf(props)} is written here, so everyone who can read this file can use it. ${REPLACE_EN}`,
    ja: (props) =>
      `Pleo の API キー${hintOf(props)}が書かれています。このファイルを読める人は誰でも使えます。${REPLACE_JA}`,
  },
  PLEO_BASIC_AUTH: {
    en: (props) =>
      `Credentials for Pleo${hintOf(props)} are written here as HTTP Basic takes them, which hides nothing: whoever reads them has the key. ${REPLACE_EN}`,
    ja: (props) =>
      `HTTP Basic 認証の形で Pleo の認証情報${hintOf(props)}が書かれています。Base64 は秘密を隠さないため、読んだ人はキーを使えます。${REPLACE_JA}`,
  },
  PLEO_KEY_IN_URL: {
    en: (props) =>
      `A Pleo API key${hintOf(props)} is part of a URL here, and URLs are kept in logs, histories and proxies. Send it in the Authorization header, and if it was ever sent like this, delete it in Pleo under Settings > API Keys and create a new one.`,
    ja: (props) =>
      `Pleo の API キー${hintOf(props)}が URL に含まれています。URL はログ、履歴、プロキシに残ります。Authorization ヘッダーで送り、一度でも送信した場合は Pleo の Settings > API Keys で削除して新しいキーを作成してください。`,
  },
  PLEO_KEY_ASSIGNMENT: {
    en: () =>
      `A name that says it holds a secret for Pleo is given a value here that looks like one. If it is, everyone who can read this file can use it. ${REPLACE_EN}`,
    ja: () =>
      `Pleo の秘密情報を示す名前に、秘密情報らしい値が設定されています。本物であれば、このファイルを読める人は誰でも使えます。${REPLACE_JA}`,
  },
  PLEO_LEGACY_TOKEN: {
    en: () =>
      "A token for Pleo (a JWT) is written here, so everyone who can read this file can use it until it expires. Revoke it in Pleo, move to an API key, and read that from the environment.",
    ja: () =>
      "Pleo のトークン (JWT) が書かれています。期限が切れるまで、このファイルを読める人は誰でも使えます。Pleo で無効にし、API キーへ移行して環境変数から読み込んでください。",
  },
  PLEO_WEBHOOK_SECRET: {
    en: () =>
      "The secret that Pleo signs its webhooks with is written here, so everyone who can read this file can forge them. Have a new one made for the subscription, and read it from the environment.",
    ja: () =>
      "Pleo が Webhook の署名に使う秘密鍵が書かれています。このファイルを読める人は誰でも Webhook を偽造できます。サブスクリプションの秘密鍵を作り直し、環境変数から読み込んでください。",
  },
  PLEO_PUBLIC_ENV: {
    en: () =>
      "This is how a Pleo API key gets into the code that users get: the build tool writes its value there, and everyone can take it. Give it a name without the public prefix and read it on a server only. If this was ever published, delete the key in Pleo under Settings > API Keys and create a new one.",
    ja: () =>
      "このままでは、ビルドツールが Pleo の API キーをユーザーに配布されるコードへ書き込み、誰でも取り出せます。公開用の接頭辞のない名前にして、サーバーだけで読み込んでください。一度でも公開した場合は、Pleo の Settings > API Keys で削除して新しいキーを作成してください。",
  },
  PLEO_KEY_IN_LOG: {
    en: () =>
      "This prints a Pleo API key, and what is printed is kept in logs that many people can read. Take it out; to see whether the key is there, print only whether it is empty. If it was ever printed, delete it in Pleo under Settings > API Keys and create a new one.",
    ja: () =>
      "ここで Pleo の API キーが出力されます。出力は多くの人が読めるログに残ります。出力をやめ、存在の確認だけなら空かどうかを表示してください。一度でも出力した場合は、Pleo の Settings > API Keys で削除して新しいキーを作成してください。",
  },
};
