export { type EventSink, type PublisherOptions, startPublisher } from "./publish-events.ts";
export { storyStream, streamSink } from "./publish-events-stream.ts";
export { signatureOf, type WebhookOptions, webhookSink } from "./publish-events-webhook.ts";
export { default } from "./stage.ts";
