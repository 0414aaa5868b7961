## 断りと切断のことば。キーは error-<code>。人が読んで、次に何をすればよいか分かる文にする。

error-town-error = うまくいきませんでした。もう一度お試しください。
error-malformed = 送られた内容を読み取れませんでした({ $field })。ページを開きなおしてお試しください。
error-not-signed-in = パスポートが見つかりません。はじめの画面からもう一度お入りください。
error-not-allowed = この操作は許可されていません。
error-not-found =
    { $what ->
        [event] このイベントは見つかりませんでした。リンクが古いか、取り下げられたのかもしれません。
        [visitor] この来訪者は見つかりませんでした。
        [badge] このバッジは見つかりませんでした。
       *[other] お探しのものは見つかりませんでした。
    }
error-too-many = 少し急ぎすぎのようです。{ $seconds }秒ほど待って、もう一度お試しください。
error-unavailable = 町の準備が追いついていません。少し待って、もう一度お試しください。
error-name-refused =
    { $rule ->
        [empty] ニックネームを入れてください。
        [long] ニックネームは24文字までです。
        [characters] ニックネームに使えない文字が入っています。
        [reserved] その名前は町の係と紛らわしいため使えません。
       *[other] そのニックネームは使えません。
    }
error-event-not-open = 会場はまだ開いていないか、もう閉まりました。
error-event-full = 会場は満席です。席が空くと入れるようになります。
error-removed = 係の判断により、このイベントから退場していただきました。理由：{ $reason }
error-ticket-refused = 入場券の期限が切れました。もう一度お入りください。
error-protocol-too-old = 町が新しくなりました。ページを読みこみなおしてください。
error-bad-transition =
    { $state ->
        [draft] このイベントは下書きのため、その操作はできません。
        [published] このイベントはまだ開場していないため、その操作はできません。
        [open] このイベントは開場中のため、その操作はできません。
        [ended] このイベントは終了しているため、その操作はできません。
        [cancelled] このイベントは中止されているため、その操作はできません。
       *[other] いまの状態では、その操作はできません。
    }

## 切断の理由

error-restart = 町を点検しています。すぐに元の場所へ戻ります。
error-slow-reader = 通信が追いつかなかったため、つなぎなおします。
error-ghost = しばらく通信が途絶えたため、つなぎなおします。
error-another-tab = 別のタブか別の画面で町に入られたため、こちらは終了しました。
error-event-ended = イベントは終了しました。ご参加ありがとうございました。
error-left = 町を出ました。またいつでもお越しください。
error-flood = 送信が多すぎたため、いったん切れました。つなぎなおします。
error-hostile = 町に合わない通信があったため、終了しました。ページを読みこみなおしてください。
error-moved = 会場が引っ越しました。すぐに元の場所へ戻ります。
