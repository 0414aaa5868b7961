## 拒絕與斷線的說明。鍵為 error-<code>。

error-town-error = 沒有成功，請再試一次。
error-malformed = 無法讀取送出的內容（{ $field }）。請重新載入頁面後再試。
error-not-signed-in = 找不到您的護照。請從首頁重新進入。
error-not-allowed = 您沒有權限進行這項操作。
error-not-found =
    { $what ->
        [event] 找不到這個活動。連結可能已過期，或活動已取消刊登。
        [visitor] 找不到這位訪客。
        [badge] 找不到這枚徽章。
       *[other] 找不到您要的內容。
    }
error-too-many = 速度有點太快了。請等候約 { $seconds } 秒再試。
error-unavailable = 小鎮還在準備中。請稍候再試。
error-name-refused =
    { $rule ->
        [empty] 請輸入暱稱。
        [long] 暱稱最多 24 個字。
        [characters] 暱稱含有無法使用的文字。
        [reserved] 這個名稱容易被誤認為工作人員，無法使用。
       *[other] 無法使用這個暱稱。
    }
error-event-not-open = 會場尚未開放，或已經關閉。
error-event-full = 座位已滿。排隊後，有空位時即可依序進入。
error-entry-refused =
    { $rule ->
        [expired] 這個工作人員入口已過期。請在管理頁面重新建立。
        [other-event] 這個工作人員入口屬於另一個活動。
        [other-visitor] 這個工作人員入口已有他人使用。請在管理頁面建立您自己的入口。
        [withdrawn] 這個工作人員入口已失效。
       *[other] 這個工作人員入口不正確。請在管理頁面重新建立。
    }
error-removed = 工作人員請您離開了這個活動。原因：{ $reason }
error-grant-refused =
    { $rule ->
        [not-held] 未舉行的活動沒有徽章可贈送。
        [not-over] 嚮導徽章要等活動結束後才能贈送。
        [too-late] 這場活動的徽章發行期限已過。
       *[kind] 這枚徽章無法親手贈送。
    }
error-claim-refused =
    { $rule ->
        [used] 這個代碼已有他人使用。
        [stale] 畫面上的代碼已更新，請重新掃描。
        [not-yet] 還沒到可以領取的時間。
        [too-late] 領取期間已經結束。
        [full] 領取人數已滿。
        [withdrawn] 這個代碼或暗語已經不能使用。
       *[other] 找不到這個代碼或暗語，請再確認一次。
    }
error-passport-refused =
    { $rule ->
        [unknown] 找不到這組代碼，請再確認一次。
        [expired] 這組代碼已過期。請在持有護照的裝置上重新產生。
        [used] 這組代碼已經用過了。請在持有護照的裝置上重新產生。
        [other-passport] 這台裝置上有另一本護照。
        [not-remembered] 「只有這一次」的護照無法帶到其他裝置。請先改選「請記住我」。
        [challenge] 時間過得太久了，請從頭再試一次。
        [many-passkeys] 通行密鑰最多 10 個，請刪除不再使用的。
        [no-passkeys] 小鎮的這個網址無法使用通行密鑰，請改用代碼。
       *[passkey] 這個通行密鑰無法在此開啟護照。請使用其他通行密鑰或代碼。
    }
error-line-refused =
    { $rule ->
        [link] 這裡不能傳送連結，請改用地點的名稱說明。
        [repeated] 同樣的話已經說了好幾次，請稍等一下，或換個說法。
       *[words] 內容含有可能傷害他人的字詞，請換個說法。
    }
error-person-refused =
    { $rule ->
        [self] 這就是您自己。
        [host] 無法對導覽員與工作人員這麼做，因為他們負責主持活動並照顧大家。
        [full] 無法再保留更多。請先取消較早的一筆，再試一次。
       *[gone] 那個人已經不在這裡了。
    }
error-wallet-refused =
    { $rule ->
        [expired] 簽署時間已過，請從頭再來一次。
        [too-early] 錢包的時鐘與小鎮的時鐘不一致，請確認時間後再試。
        [replayed] 這個簽章已經用過或已過期，請從頭再來一次。
        [signature] 這不是該錢包的簽章。請確認所選的帳戶後再試。
        [other-chain] 錢包在別的網路上簽署了。請切換到小鎮的網路。
       *[other] 這個簽章不是給這座小鎮的，請從首頁重新開始。
    }
error-wallet-conflict =
    { $rule ->
        [elsewhere] 這個錢包已由從別的裝置來的人連結。若是您本人，可以合而為一。
        [other-wallet] 您已連結了別的錢包，請先解除。
        [moved] 徽章已移到錢包。這是公開紀錄，無法更改或取消。
        [none] 目前沒有連結的錢包。
        [no-chain] 小鎮的區塊鏈尚未準備好，請稍候再試。
       *[other] 目前無法連結這個錢包。
    }
error-ticket-refused = 入場券已過期。請重新進入。
error-protocol-too-old = 小鎮已更新。請重新載入頁面。
error-bad-transition =
    { $state ->
        [draft] 這個活動仍是草稿，無法進行這項操作。
        [published] 這個活動尚未開場，無法進行這項操作。
        [open] 這個活動正在進行，無法進行這項操作。
        [ended] 這個活動已結束，無法進行這項操作。
        [cancelled] 這個活動已取消，無法進行這項操作。
       *[other] 目前的狀態無法進行這項操作。
    }

## 斷線的原因

error-restart = 小鎮正在維護。馬上就會回到您原來的位置。
error-slow-reader = 網路速度跟不上，正在重新連線。
error-ghost = 暫時失去聯繫，正在重新連線。
error-another-tab = 您已在其他分頁或其他畫面進入小鎮，因此這裡已結束。
error-event-ended = 活動已結束。謝謝您的參加。
error-left = 您已離開小鎮。歡迎隨時再來。
error-flood = 一次送出太多內容，連線已中斷。正在重新連線。
error-hostile = 收到無法接受的訊息，連線已關閉。請重新載入頁面。
error-moved = 會場搬了家。馬上就會回到您原來的位置。
