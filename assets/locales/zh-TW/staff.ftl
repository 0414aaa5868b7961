## 工作人員頁面的用語。以日文為先，依相同順序撰寫。

staff-title = 虛擬鹿島 工作人員頁面
staff-brand = 虛擬鹿島
staff-brand-staff = 工作人員頁面
staff-skip = 跳到內容
staff-nav = 主要頁面
staff-nav-events = 活動
staff-nav-counters = 櫃台代碼
staff-nav-figures = 再訪數字
staff-nav-badges = 徽章
staff-nav-members = 工作人員
staff-nav-audit = 操作紀錄
staff-account = 登入中的人
staff-languages = 顯示語言
staff-sign-out = 登出

staff-minutes = { $minutes }分鐘
staff-people = { $count }人
staff-jst = 時間皆為日本時間。

staff-role =
    { $role ->
        [owner] 管理者
        [host] 主持人
        [moderator] 協助人員
       *[analyst] 分析人員
    }
staff-role-about =
    { $role ->
        [owner] 可進行所有操作，並可邀請其他工作人員。
        [host] 建立、開放並結束活動，可查看出席與數字。
        [moderator] 照看會場、發布公告，並可請人離場。
       *[analyst] 只看數字，看不到個人的暱稱。
    }

## 登入

staff-sign-in-title = 登入
staff-sign-in-lead = 在這裡準備與主持活動，並查看有多少人再次來訪。
staff-login = 登入名稱
staff-password = 密碼
staff-sign-in = 登入
staff-sign-in-wrong = 登入名稱或密碼不正確。
staff-sign-in-help = 沒有帳號或忘記密碼時，請向管理者索取新的註冊連結。
staff-signed-out = 已登出。
staff-form-stale = 頁面開啟太久，內容沒有送出，請再試一次。

## 註冊連結

staff-invite-title = 工作人員註冊
staff-invite-lead = 您將註冊為「{ $role }」。此連結只能使用一次。
staff-invite-login-help = 英文小寫、數字、「.」「_」「-」，3至40個字元，之後無法更改。
staff-name = 顯示名稱
staff-invite-name-help = 其他工作人員會看到；發布公告時，訪客也會看到。
staff-password-help = 至少{ $shortest }個字元。連用四個左右的詞，好記又不易被猜中。
staff-password-again = 密碼（再輸入一次以確認）
staff-register = 註冊並開始
staff-welcome = 歡迎您，{ $name }。註冊完成。

staff-password-title = 更改密碼
staff-password-current = 目前的密碼
staff-password-new = 新密碼
staff-password-lead = 更改後，其他裝置上的登入都會失效。
staff-password-change = 更改密碼
staff-password-changed = 密碼已更改。

staff-fault-summary = 請修正以下內容。您輸入的內容都還在。
staff-fault-login-characters = 請使用英文小寫、數字、「.」「_」「-」，3至40個字元。
staff-fault-login-taken = 此登入名稱已有人使用，請換一個。
staff-fault-name-empty = 請輸入名稱。
staff-fault-name-long = 名稱最多40個字元。
staff-fault-name-characters = 名稱含有不能使用的字元。
staff-fault-password-short = 請至少使用{ $shortest }個字元。
staff-fault-password-long = 請勿超過{ $longest }個字元。
staff-fault-password-obvious = 這個密碼容易被猜中。請不要只用常見的詞、姓名或連續的字元。
staff-fault-again = 兩次輸入的密碼不同。
staff-fault-current = 目前的密碼不正確。

## 拒絕

staff-refused-title = 無法完成此操作
staff-refused-not-found = 找不到此頁面。連結可能太舊或已失效。
staff-refused-large = 送出的內容太大。
staff-refused-malformed = 無法讀取送出的內容。
staff-refused-surprise = 我們這邊發生問題。請稍候再試一次。
staff-refused-home = 回到首頁

staff-again-title = 請再送出一次
staff-again-stale = 頁面開啟太久或您重新登入過，內容尚未送出。輸入的內容都還在。
staff-again-signed-out = 登入已逾期，內容尚未送出。請在另一個分頁登入後，按下方的按鈕。輸入的內容都還在。
staff-again-sign-in = 在另一個分頁開啟登入頁
staff-again-send = 再送出一次
staff-again-typed = 將送出的內容

## 活動

staff-events-title = 活動
staff-events-new = 建立新活動
staff-events-none = 還沒有活動。來建立第一個活動吧。
staff-events-section =
    { $section ->
        [now] 進行中
        [soon] 即將舉行
        [drafts] 草稿
       *[past] 已結束
    }
staff-state =
    { $state ->
        [draft] 草稿
        [published] 已公開（尚未開場）
        [open] 開場中
        [ended] 已結束
       *[cancelled] 已取消
    }
staff-events-present = 目前會場有{ $count }人

staff-event-when = 日期時間
staff-event-place = 地點
staff-event-capacity = 名額
staff-event-languages = 語言
staff-event-badge = 徽章條件
staff-event-badge-share = 參加時間達{ $percent }%以上
staff-event-badge-minutes = 參加{ $minutes }分鐘以上
staff-event-badge-needed = （{ $minutes }分鐘）
staff-event-link = 參加連結
staff-event-link-help = 請分享此連結或QR碼。只有開場期間才能入場。
staff-event-link-draft = 公開後，這裡會出現參加連結與QR碼。
staff-copy = 複製連結
staff-copied = 已複製。
staff-code = 參加連結的QR碼
staff-code-save = 儲存QR碼（SVG）
staff-event-next = 接下來要做的事
staff-event-next-draft = 確認內容後公開。公開後會出現在小鎮的活動列表，之後無法更改內容。
staff-event-next-published = 時間到了就開場。開場後訪客即可入場。
staff-event-next-open = 已開場。請一邊留意會場一邊進行。
staff-event-next-ended = 活動已結束。可以確認出席與徽章的狀態。
staff-event-next-cancelled = 此活動已取消。
staff-event-edit = 修改內容
staff-event-publish = 公開
staff-event-open = 開場
staff-event-live = 前往主持頁面
staff-event-end = 結束
staff-event-cancel = 取消活動
staff-event-attendance = 出席與徽章
staff-event-created = 已將「{ $title }」建立為草稿。
staff-event-saved = 內容已修改。
staff-event-too-early = 最早可於開始前{ $hours }小時開場。
staff-event-now-published = 已公開，並出現在小鎮的活動列表。
staff-event-now-open = 已開場，訪客可以入場。
staff-event-now-ended = 活動已結束。符合條件的人會收到徽章。
staff-event-now-cancelled = 活動已取消。
staff-done-untold = 已儲存，但通知小鎮時有延遲。若幾分鐘後仍未改變，請告知維運人員。

staff-form-new = 新活動
staff-form-edit = 修改活動內容
staff-form-what = 內容
staff-form-title = 名稱
staff-form-title-help = 訪客看到的名稱，最多80個字元。
staff-form-place = 地點
staff-form-place-choose = 請選擇
staff-form-place-help = 訪客一開始所在的地方。
staff-form-when = 時間
staff-form-starts = 開始（日本時間）
staff-form-ends = 結束（日本時間）
staff-form-who = 對象
staff-form-capacity = 名額
staff-form-capacity-help = 1至{ $most }人。
staff-form-languages = 導覽語言
staff-form-languages-help = 請選擇主持人會說的語言。畫面文字五種語言都會顯示。
staff-form-rule = 徽章條件
staff-form-rule-help = 依伺服器測得的參加時間決定。離開的時間不計入。
staff-form-rule-share = 時間比例（%）
staff-form-rule-minutes = 分鐘數
staff-form-rule-value = 比例（%）或分鐘數
staff-form-save = 存為草稿
staff-form-keep = 儲存
staff-form-stop = 放棄

staff-fault-title = 請輸入1至80個字元的名稱。
staff-fault-place = 請選擇地點。
staff-fault-date = 請輸入日期與時間。
staff-fault-ends-before = 結束必須晚於開始。
staff-fault-ends-at = 活動最長12小時。
staff-fault-ends-past = 結束時間已經過了。
staff-fault-number = 請輸入數字。
staff-fault-capacity = 名額為1至{ $most }人。
staff-fault-languages = 請至少選擇一種語言。
staff-fault-rule-share = 比例為1至100。
staff-fault-rule-minutes = 分鐘數為1至活動長度。

## 主持

staff-live-title = 主持
staff-live-closed = 此活動目前沒有開場。
staff-live-present = 在會場的人
staff-live-as-of = 截至{ $time }
staff-live-none = 目前會場沒有人。
staff-live-nickname = 暱稱
staff-live-place = 所在地點
staff-live-minutes = 參加時間
staff-live-on-the-way = 路上
staff-live-act = 操作
staff-live-remove-short = 請離場
staff-live-remove-who = 請離場：{ $nickname }
staff-live-overdue = 已過結束時間。結束活動後，符合條件的人會收到徽章。
staff-live-refresh = 重新整理
staff-live-lost = 無法讀取最新狀況，正在確認連線。
staff-live-ended = 此活動已結束，請重新載入頁面。
staff-announce-title = 對全會場的公告
staff-announce-label = 公告內容
staff-announce-help = 立即顯示給會場所有人，最多{ $most }個字元。
staff-announce = 發布公告
staff-announced = 已發布公告。
staff-announced-title = 已發布的公告
staff-fault-text = 請輸入1至{ $most }個字元的公告。

staff-remove-title = 請人離場
staff-remove-lead = { $nickname }會被請出會場，且無法再進入此活動。小鎮的其他地方仍可散步。
staff-remove-reason = 理由
staff-remove-reason-help = 會顯示給本人，並留在操作紀錄，最多{ $most }個字元。
staff-remove = 請離場
staff-removed = 已請其離場。
staff-fault-reason = 請輸入1至{ $most }個字元的理由。

staff-line-title = 額滿時
staff-live-nth = 第 { $number } 會場，{ $place }
staff-live-waiting =
    { $count ->
        [0] 目前沒有人在排隊。
       *[other] 有 { $count } 人在排隊。
    }
staff-let-in-count = 人數
staff-let-in-help = 從隊伍最前面開始，超過名額也能入場。一次最多 { $most } 人。
staff-let-in = 讓最前面的人入場
staff-let-in-done = 已為 { $count } 人準備座位，幾秒內會自動入場。
staff-let-in-none = 沒有可以安排座位的人：沒有人在排隊，或會場已沒有空間。

staff-enter-title = 自己進入會場
staff-enter-about = 不受名額限制。其他人會看到您名字旁的標記。
staff-enter-guide = 以導覽員身分進入
staff-enter-staff = 以工作人員身分進入
staff-entrance-title = 會場入口
staff-entrance-lead =
    { $role ->
        [guide] 以導覽員身分進入「{ $title }」的入口。
       *[staff] 以工作人員身分進入「{ $title }」的入口。
    }
staff-entrance-hours = 可使用 { $hours } 小時，僅限開放期間進入。
staff-entrance-one = 只屬於第一個使用的人。請勿交給訪客；每位工作人員請各自建立。
staff-entrance-name = 在會場的名字就是您在小鎮使用的暱稱。
staff-entrance-open = 打開小鎮
staff-entrance-back = 返回

staff-end-title = 要結束活動嗎？
staff-end-1 = 會場將關閉，在場的人會回到小鎮。
staff-end-2 = 參加時間符合條件的人會收到徽章。
staff-end-3 = 結束後無法再次開放。
staff-cancel-title = 要取消活動嗎？
staff-cancel-1 = 會場不會開放。若已開放則會關閉，在場的人會回到小鎮。
staff-cancel-2 = 尚未取得徽章的人不會收到徽章。已符合條件的人，徽章會保留。
staff-cancel-3 = 取消後無法復原。
staff-confirm-end = 結束活動
staff-confirm-cancel = 取消活動
staff-confirm-stop = 不要，返回

staff-attendance-title = 出席與徽章
staff-attendance-lead = 參加時間由伺服器測量。徽章需要參加{ $minutes }分鐘以上。
staff-attendance-none = 沒有人參加。
staff-attendance-count = 參加{ $count }人，其中徽章{ $badges }人
staff-attendance-first = 首次到場時間
staff-attendance-badge = 徽章
staff-attendance-erased = （已刪除）
staff-award =
    { $state ->
        [none] 未達條件
        [queued] 準備發行
        [batched] 準備發行
        [mined] 已發行
        [final] 已確定
        [revoked] 已撤銷
        [erased] 已發給（已刪除）
       *[parked] 需要確認
    }
staff-attendance-open = 活動進行中，人數還會增加。

staff-attendance-host = 嚮導：{ $state }
staff-grant-title = 親手贈送徽章
staff-grant-lead = 附上理由，將徽章贈送給 { $nickname }：例如因故時間不足，或協助了活動。送出的徽章無法收回。
staff-grant-which = 要贈送的徽章
staff-grant-kind =
    { $kind ->
        [host] 嚮導徽章
       *[event] 來訪徽章
    }
staff-grant-about =
    { $kind ->
        [host] 送給帶領或協助活動的人。
       *[event] 代表參加活動的那一天，並計入來訪日。
    }
staff-grant-held = 已經擁有。
staff-grant-reason = 理由
staff-grant-reason-help = 會留在操作紀錄中。對方只會得知是市府人員所贈。最多 { $most } 字。
staff-grant = 贈送徽章
staff-grant-link = 贈送
staff-grant-column = 親手贈送
staff-grant-who = 贈送徽章給 { $nickname }
staff-granted = 已將徽章贈送給 { $nickname }。
staff-granted-before = { $nickname } 已經擁有這枚徽章，沒有任何變更。

## 再訪數字

staff-figures-title = 再訪數字
staff-figures-lead = 看的不是來了幾次，而是有幾個人再來。
staff-figures-as-of = 截至{ $when }
staff-figures-totals = 至今合計
staff-figures-visitors = 訪客
staff-figures-visitors-about = 來訪日有1天以上的人數。
staff-figures-returners = 再訪者
staff-figures-returners-about = 來訪日有2天以上的人數。只計算同意被記住的人。
staff-figures-days = 來訪日
staff-figures-days-about = 每位訪客一天內的活動時間合計達{ $seconds }秒以上的日子（日本時間）算1天，再加總。
staff-figures-weeks = 每週的訪客與再訪者
staff-figures-weeks-about = 一週為週一至週日（日本時間）。「再訪」是當週的來訪日為其第2天以後的人數，「初次」是其他訪客。選擇不被記住的人，每天都算「初次」。
staff-figures-chart = 最近{ $weeks }週的訪客，深色部分為再訪。
staff-figures-chart-text = 數字與下表相同。斜線表示因人數少而隱藏的數字。
staff-figures-week = 週
staff-figures-week-of = { $day } 當週
staff-figures-first = 初次
staff-figures-again = 再訪
staff-figures-events = 活動之後再來的人
staff-figures-events-about = 「參加」是在活動中活動{ $seconds }秒以上的人數；「可追蹤」是其中同意被記住的人；「再來」是其中在參加日之後{ $days }天內有其他來訪日的人。
staff-figures-event = 活動
staff-figures-day = 日期
staff-figures-attended = 參加
staff-figures-followed = 可追蹤
staff-figures-returned = 再來
staff-figures-share = 比例
staff-figures-unsettled = 尚未滿{ $days }天
staff-figures-settled = 已確定
staff-figures-state = 期間
staff-figures-none = 還沒有數字。有人來訪後會顯示在這裡。
staff-figures-no-events = 還沒有結束的活動。
staff-figures-hidden = 少數人保護：關於少於{ $small }人的數字顯示為「<{ $small }」，可由相減得知的數字以「＊」隱藏。合計包含隱藏的部分。目前隱藏的數字有{ $count }個。
staff-figures-shown = 少數人保護已關閉。請勿用於公開資料。
staff-figures-erased = 要求刪除紀錄的人，其來訪不計入人數與來訪日（{ $count }筆）。
staff-figures-csv = 將表格存成CSV（Excel用）
staff-figures-chain = 從鏈上看的數字
staff-figures-chain-about = 只計算在區塊鏈上已確定的徽章。這是任何人都能重新計算的公開紀錄，因此人數少也不隱藏。
staff-figures-holders = 持有徽章的位址
staff-figures-repeat = 跨2天以上的位址
staff-figures-badges = 已確定的徽章
staff-figures-waiting = 發行中
staff-figures-recount = 若要重新計算，請使用指令 { $command } 或查看證明頁面。
staff-figures-proof = 證明頁面
staff-csv-week = 週
staff-csv-monday = 週一
staff-csv-visitors = 訪客
staff-csv-first = 初次
staff-csv-again = 再訪
staff-csv-days = 來訪日
staff-csv-event = 活動
staff-csv-day = 日期
staff-csv-attended = 參加
staff-csv-followed = 可追蹤
staff-csv-returned = 再來
staff-csv-share = 比例
staff-csv-settled = 期間已過
staff-csv-as-of = 截至（日本時間）
staff-csv-yes = 是
staff-csv-no = 否

## 工作人員

staff-members-title = 工作人員
staff-members-name = 名稱
staff-members-role = 角色
staff-members-since = 註冊日
staff-members-state = 狀態
staff-members-active = 有效
staff-members-disabled = 已停用（{ $day }）
staff-members-disable = 停用
staff-members-disable-who = 停用{ $name }
staff-members-you = （您）
staff-invites-title = 邀請工作人員
staff-invites-lead = 請建立註冊連結並只交給本人。連結只能使用一次，{ $hours }小時內有效。
staff-invites-role = 角色
staff-invites-make = 建立註冊連結
staff-invites-made = 已建立「{ $role }」的註冊連結。離開此頁後無法再次顯示。
staff-invites-link = 註冊連結
staff-invites-open = 尚未使用的連結
staff-invites-until = { $when } 前有效
staff-invites-withdraw = 撤回
staff-invites-withdraw-which = 撤回{ $role }的註冊連結（{ $when } 前有效）
staff-invite-withdrawn = 已撤回註冊連結。
staff-disable-title = 要停用{ $name }嗎？
staff-disable-1 = 會立即登出，之後無法再登入。
staff-disable-2 = 過去的操作紀錄會保留。
staff-disable-3 = 若要恢復，需用新的註冊連結重新註冊。
staff-disable-self = 您正要停用自己。
staff-disabled = 已停用{ $name }。

## 操作紀錄

staff-audit-title = 操作紀錄
staff-audit-lead = 誰在何時做了什麼，由新到舊排列。
staff-audit-at = 日期時間
staff-audit-who = 工作人員
staff-audit-act = 操作
staff-audit-subject = 對象
staff-audit-detail = 內容
staff-audit-none = 還沒有紀錄。
staff-audit-older = 更早的紀錄
staff-audit-system = 系統
staff-act =
    { $act ->
        [claim-open] 建立代碼或暗語
        [claim-screen] 建立畫面連結
        [claim-withdraw] 停用代碼或暗語
        [join] 註冊
        [sign-in] 登入
        [change-password] 更改密碼
        [invite] 建立註冊連結
        [withdraw] 撤回註冊連結
        [disable] 停用工作人員
        [event-create] 建立活動
        [event-edit] 修改活動
        [recording-on] 開始紀錄導覽
        [recording-off] 停止紀錄導覽
        [recording-publish] 公開導覽紀錄
        [recording-discard] 刪除導覽紀錄
        [event-published] 公開活動
        [event-open] 開場
        [event-ended] 結束活動
        [event-cancelled] 取消活動
        [announce] 公告
        [remove] 請人離場
        [grant-event] 贈送來訪徽章
        [grant-host] 贈送嚮導徽章
        [export] 儲存CSV
        [let-in] 從隊伍入場
        [enter-guide] 建立導覽員入口
        [enter-staff] 建立工作人員入口
        [reissue] 在另一條鏈上重新發行徽章
        [badges-again] 再試暫停處理的徽章
       *[other] { $act }
    }

## 徽章發行

staff-badges-title = 徽章發行
staff-badges-lead = 顯示已承諾的徽章目前進行到哪裡。無論發生什麼事，已承諾的徽章都不會遺失；排除問題後會從這裡繼續。
staff-badges-now = 目前狀況
staff-badges-oldest = 等待最久的徽章
staff-badges-since = 自 { $when } 起
staff-badges-none-waiting = 沒有等待中的徽章
staff-badges-block = 最新區塊
staff-badges-balance = 手續費餘額
staff-badges-seen-at = 查看時間
staff-badges-look-again = 再看一次
staff-badges-proof = 開啟公開的證明頁面
staff-badges-for-operator = 請轉告伺服器負責人的內容
staff-badges-counts = 各階段的數量
staff-badges-count = { $count }枚
staff-badges-state =
    { $state ->
        [queued] 排隊中（準備發行）
        [batched] 已送往區塊鏈（準備發行）
        [mined] 已發行
        [final] 已確定
        [revoked] 已撤銷
       *[parked] 暫停處理
    }
staff-badges-lines = 等待中的徽章
staff-badges-badge = 徽章
staff-badges-number = 數量
staff-badges-waits-since = 從何時起
staff-badges-opens = { $when } 起可發行
staff-badges-moves = 移至錢包
staff-badges-move =
    { $state ->
        [queued] 排隊中 { $count }件
        [batched] 已送往區塊鏈 { $count }件
       *[refused] 遭拒絕 { $count }件。本人重新連結錢包即可再試。
    }
staff-badges-why =
    { $why ->
        [nothing] 一切順利，徽章正依序發行。
        [standby] 這個發行程式待命中，另一個正在工作。
        [unconfirmed] 送出的內容正等待進入區塊。
        [signer-missing] 缺少簽署徽章的金鑰。
        [signer-unusable] 簽署徽章的金鑰無法使用。
        [signer-changed] 簽署金鑰與先前的不同。
        [registrar-unusable] 移至錢包用的金鑰無法使用。
        [chain-away] 無法連上區塊鏈。
        [wrong-chain] 連上的不是一直記錄徽章的那條鏈。
        [chain-disagrees] 鏈上的紀錄與城鎮的副本不一致。
        [nodes-disagree] 兩個連線端的回答不一致。
        [no-contract] 這條鏈上還沒有徽章合約。
        [not-issuer] 發行的權限已被移除。
        [not-registrar] 移至錢包的權限已被移除。
        [needs-admin] 部分徽章正在等待合約管理者操作。
        [defined-otherwise] 合約登記的徽章日期或種類與城鎮的紀錄不同。
        [paused] 合約管理者暫停了發行。
        [daily-cap] 已達今天的發行上限。
        [out-of-funds] 手續費餘額不足。
        [refused] 連線的服務不接受送出的內容。
        [keeps-reverting] 送出的內容連續被撤回。
        [database-away] 發行程式無法連上資料庫。
        [silent] 發行程式沒有在執行。
       *[unheard] 發行程式正在執行，但無法詢問狀況。
    }
staff-badges-todo =
    { $why ->
        [nothing] 不需要做任何事。
        [standby] 不需要做任何事。
        [unconfirmed] 不需要做任何事。壅塞時會自動提高手續費並重新送出。
        [signer-missing] 請伺服器負責人放置發行金鑰（KASHIMA_ISSUER_KEY）。
        [signer-unusable] 請伺服器負責人確認發行金鑰。
        [signer-changed] 請伺服器負責人換回先前的金鑰。
        [registrar-unusable] 請伺服器負責人確認 KASHIMA_REGISTRAR_KEY。
        [chain-away] 正在自動重新連線。若超過30分鐘，請通知伺服器負責人。
        [wrong-chain] 沒有送出任何內容。請伺服器負責人確認連線位址。若測試網已結束，可用 kashima reissue 移至新的網路。
        [chain-disagrees] 已停止發行。請通知伺服器負責人。
        [nodes-disagree] 已停止發行。請伺服器負責人確認哪一端正確。
        [no-contract] 請伺服器負責人決定是否部署合約（KASHIMA_ALLOW_DEPLOY）。
        [not-issuer] 請合約管理者恢復權限。
        [not-registrar] 請合約管理者恢復權限。
        [needs-admin] 請伺服器負責人執行 kashima contract --pending，並將顯示的內容交給合約管理者。
        [defined-otherwise] 其他徽章仍繼續發行。發行金鑰可能外洩，請通知伺服器負責人。
        [paused] 請向合約管理者確認何時恢復。
        [daily-cap] 明天會自動繼續發行。
        [out-of-funds] 請伺服器負責人為發行帳戶儲值，之後會自動繼續。
        [refused] 請伺服器負責人確認連線服務的方案與限制。
        [keeps-reverting] 已停止發行。請通知伺服器負責人。
        [database-away] 正在自動重新連線。若持續發生，請通知伺服器負責人。
        [silent] 請伺服器負責人啟動發行程式（kashima minter），啟動後會自動繼續。
       *[unheard] 發行仍在進行。若要在此查看詳情，請伺服器負責人確認 KASHIMA_MINTER_URL。
    }
staff-badges-parked = 等待人員確認的徽章
staff-badges-parked-none = 沒有暫停處理的徽章。
staff-badges-words = 合約或發行程式的回覆：
staff-badges-again = 再試這{ $count }枚
staff-badges-again-short = 再試一次
staff-badges-again-one = 再試一次：「{ $title }」（持有地址 { $holder }）
staff-badges-which = 查看是哪些徽章
staff-badges-parked-at = { $when } 暫停
staff-badges-again-done = 已將{ $count }枚重新排入發行。
staff-badges-again-nothing = 已經沒有暫停處理的徽章。
staff-badges-parked-why =
    { $reason ->
        [no-address] 收件地址的寫法不正確
        [not-shown] 已送往區塊鏈，卻沒有紀錄
        [closed] 可發行的期間已結束
        [wrong-day] 徽章日期不在可發行的期間內
       *[refused] 合約不接受
    }
staff-badges-parked-todo =
    { $reason ->
        [no-address] 請伺服器負責人確認這個地址。修正之前，再試也會再次暫停。
        [not-shown] 等區塊鏈恢復正常後再試一次。不會重複發行。
        [closed] 請合約管理者延長期間後，再試一次。
        [wrong-day] 請確認活動日期是否正確，並通知伺服器負責人。
       *[refused] 請將下方的回覆轉告伺服器負責人。原因排除後再試一次。
    }

## 代碼與暗語

staff-claims-title = 代碼與暗語
staff-claims-lead = 三種把徽章交給實際到場者的方式。無論使用哪一種，每人只會得到一枚。
staff-claims-short = 可用紙張、畫面或暗語發送徽章。
staff-claims-go = 前往代碼與暗語
staff-claims-live = 使用中
staff-claims-none = 目前沒有，可在下方建立。
staff-claims-gone = 已結束（{ $count } 件）
staff-claims-make = 新增
staff-claims-closed = 這個活動目前不能建立代碼或暗語。公開之後或結束之後即可建立。
staff-counters-title = 櫃台代碼
staff-counters-lead = 給親自來到觀光服務處、道之驛、HAMA BAR 等櫃台的人。同一個人改天再來，會再得到當天的徽章。
staff-claim-last = 最後使用：{ $when }
staff-claim-unused = 尚無人使用
staff-claim-uses = { $used } / { $cap } 人
staff-claim-screen = 顯示在畫面上
staff-claim-screen-which = 顯示在畫面上：{ $label }
staff-claim-withdraw = 停用
staff-claim-withdraw-which = 停用：{ $channel }（{ $label }）
staff-claim-withdrawn = 已停用。已領取的徽章不受影響。
staff-claim-spot = 小鎮的地點
staff-claim-spot-help = 離櫃台最近的地點，會成為徽章的圖案。
staff-claim-label = 櫃台名稱
staff-claim-label-help = 會成為徽章的名稱，例如 HAMA BAR。
staff-claim-word = 暗語
staff-claim-word-help = 好念又不易猜中的詞。可用建議的詞，也可用自己的詞再加上數字。
staff-claim-minutes = 有效時間（分）
staff-claim-minutes-help = 從現在起最多 { $minutes } 分鐘。說出口的話很快就會傳開。
staff-claim-opens_at = 開始
staff-claim-closes_at = 結束
staff-claim-cap = 人數
staff-claim-codes = 張數
staff-claim-codes-help = 一張一人，一次最多 { $most } 張。
staff-claim-cap-help = 達到此人數即截止，最多 { $most } 人。
staff-claim-once = 這個暗語只會在此頁顯示，請先記下。
staff-claim-word-copy = 複製暗語
staff-claim-word-title = 暗語已就緒
staff-claim-word-until = 有效至 { $when }，限前 { $cap } 人。
staff-claim-word-where = 訪客在小鎮開啟「徽章」後輸入。
staff-claim-word-spelling = 大小寫、空格、平假名與片假名皆不影響。
staff-claim-word-announce = 在會場公布
staff-claim-back = 返回代碼列表
staff-claim-screen-title = 會場畫面
staff-claim-screen-lead = 每 30 秒更新一次「{ $label }」代碼的畫面。
staff-claim-screen-scan = 請用會場的平板掃描此 QR 碼，或直接在這台裝置開啟。
staff-claim-screen-open = 開啟畫面
staff-claim-screen-code = 開啟畫面的 QR 碼
staff-claim-screen-only = 這個畫面只能顯示代碼，不需以職員身分登入。
staff-claim-screen-when = 有效期間：{ $span }
staff-claim-screen-photo = 即使被拍照，約一分鐘後就失效。
staff-claim-screen-stop = 要停止時，請在列表按「停用」，所有畫面都會停止。
staff-sheet-title = 列印代碼
staff-sheet-once = 此頁只會顯示一次，請立即列印。若關閉了，請停用後重新建立。
staff-sheet-about = 共 { $count } 張，每張限一人使用一次。{ $span }
staff-sheet-print = 列印
staff-sheet-code = 第 { $number } 張的 QR 碼
staff-slip-town = 虛擬鹿島
staff-slip-how = 掃描即可領取造訪徽章（免費、免安裝、限用一次）。
staff-slip-hand = 無法掃描時請至 { $address } 輸入
staff-slip-until = 有效至 { $day }
staff-claim-channel =
    { $channel ->
        [one-time] 紙本代碼
        [rotating] 畫面上的 QR 碼
       *[word] 口頭暗語
    }
staff-claim-about =
    { $channel ->
        [one-time] 每人發一張，只能用一次，帶回家再用也可以。
        [rotating] 顯示在會場或櫃台的平板上，每 30 秒更換，把照片傳給別人也無法使用。
       *[word] 由導覽員口頭告知，只在短時間內有效。
    }
staff-claim-make =
    { $channel ->
        [one-time] 建立並列印
        [rotating] 建立畫面連結
       *[word] 使用這個暗語
    }
staff-claim-state =
    { $state ->
        [usable] 可使用
        [coming] 尚未開始
        [full] 已滿
        [withdrawn] 已停用
       *[over] 已結束
    }
staff-claim-fault-spot = 請選擇地點。
staff-claim-fault-label = 請輸入 1 到 80 個字的名稱。
staff-claim-fault-number = 請輸入數字。
staff-claim-fault-codes = 1 到 { $codes } 張。
staff-claim-fault-cap = 1 到 { $cap } 人。
staff-claim-fault-date = 請輸入日期與時間。
staff-claim-fault-opens-at = 活動前一天起才能發送徽章。
staff-claim-fault-before = 結束必須晚於開始。
staff-claim-fault-closes-at = 結束須在現在之後：活動後 30 天內，櫃台則一年內。
staff-claim-fault-minutes = 1 到 { $minutes } 分鐘。
staff-claim-fault-word = 太容易猜中。請像建議那樣加上數字（123 之類的連號除外）。

## 導覽紀錄

staff-recording-title = 導覽紀錄
staff-recording-is-off = 目前沒有紀錄
staff-recording-is-on = 將會紀錄導覽
staff-recording-is-over = 活動已結束
staff-recording-is-published = 已公開
staff-recording-what = 無法前來的人，之後也能跟著導覽員走一遍。
staff-recording-kept = 會紀錄：開放期間導覽員走的路、說的話，以及工作人員的公告。
staff-recording-not-kept = 不會紀錄：來訪者的樣子、名字、發言與位置，也不紀錄導覽員的名字。
staff-recording-days = 活動預定結束後{ $days }天，即使已公開也會自動刪除；在那之前也可以隨時刪除。
staff-recording-agree = 請先徵得導覽員本人同意再開始紀錄，中途也可以停止。
staff-recording-switch-on = 導覽員已同意，開始紀錄
staff-recording-switch-off = 停止紀錄
staff-recording-now-on = 只在導覽員身處活動中時紀錄。
staff-recording-now-off = 已停止紀錄，先前的紀錄仍保留。
staff-recording-none = 沒有紀錄。
staff-recording-length = 長度
staff-recording-lines = 發言
staff-recording-line-count = { $count }則
staff-recording-publish = 公開
staff-recording-publish-help = 公開後，任何來到城鎮的人都能從「導覽紀錄」一起走。請先閱讀下方的發言，確認沒有個人姓名等資料。
staff-recording-discard = 刪除紀錄
staff-recording-published = 已公開，可在城鎮的「導覽紀錄」找到。
staff-recording-discarded = 已刪除紀錄。
staff-recording-words = 發言內容
staff-recording-at = 時間
staff-recording-who = 誰
staff-recording-said = 內容
staff-recording-by = { $by ->
    [staff] 工作人員
   *[guide] 導覽員
}
staff-recording-phrase = 預設句 { $number }號
