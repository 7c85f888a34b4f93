package touchmark.app.timeline;

/// What happened; each has a shape of its own on the timeline.
public enum EventKind {
  CLAIM,
  SEND,
  FORWARD,
  RECEIVED,
  SLICE,
  VERIFIED,
  REFUSED,
  BREACH,
  TRANSFER,
  PRINT,
  REVOKE,
  WITHDRAW,
  DISPUTE,
  PART
}
