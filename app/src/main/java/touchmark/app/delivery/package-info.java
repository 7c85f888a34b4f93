/// Encrypted hand-over: numbered AES-256-GCM chunks in a .tmk package.
@NullMarked
package touchmark.app.delivery;

import org.jspecify.annotations.NullMarked;
