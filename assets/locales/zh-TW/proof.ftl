## 證明徽章的頁面。任何人都能看，任何人都能查。

proof-town = 虛擬鹿島
proof-title = 徽章證明
proof-to-town = 前往小鎮
proof-to-overview = 關於徽章證明
proof-skip = 前往內文
proof-languages = 語言
proof-privacy = 隱私
proof-accessibility = 無障礙

proof-lead = 虛擬鹿島的來訪徽章，寫在只要事後竄改任何人都能察覺的帳本（區塊鏈）上。這個頁面把帳本此刻顯示的內容原樣呈現給您。

proof-now-title = 目前的數字
proof-tokens = 已授予的徽章
proof-holders = 持有人
proof-returners = 來過兩天以上的人
proof-as-of = 已計算到 { $moment }的區塊 { $block } 為止的帳本。
proof-none-yet = 還沒有發行任何徽章。第一枚徽章發行後，數字會出現在這裡。
proof-away-title = 目前無法查證
proof-away-overview = 無法連上帳本，因此無法計算新的數字。已寫入的徽章不會消失。請稍候再開啟本頁。
proof-away-holder = 無法連上帳本，因此目前無法查證。已寫入的徽章不會消失。請稍候再開啟本頁。
proof-away-since = 以下內容查證到 { $moment }的區塊 { $block } 為止。

proof-find-title = 查看徽章
proof-find-about = 輸入持有人的地址，就能看到他的徽章。地址寫在從小鎮的「徽章」開啟的證明頁面上。
proof-find-label = 持有人的地址
proof-find-hint = 以 0x 開頭的 42 個字元
proof-find-go = 查看

proof-does-title = 徽章能證明的事
proof-does-attended = 由小鎮的伺服器測量參加時間，只授予符合活動規則的人
proof-does-day = 在哪一場活動、哪一天、哪個地點獲得
proof-does-lasting = 事後沒有被竄改，也沒有賣給別人（這種徽章無法轉讓）
proof-not-title = 徽章不能證明的事
proof-not-who = 屬於誰。帳本上只有隨機產生的地址，沒有名字，也沒有訪客編號
proof-not-real = 去過真正的鹿島市。只有六角形的「實地造訪」徽章，是在當地窗口領取的
proof-not-money = 具有金錢價值。它不能買賣

proof-recount-title = 自己重新計算
proof-recount-about = 您不必相信我們的數字。只要有 Python 3.9 以上的版本，這個小程式就能執行，從頭把帳本加總一遍。
proof-recount-download = 下載 verify_badges.py
proof-recount-run = 在同一個資料夾執行：
proof-recount-node = 也可以直接詢問其他公司的節點。這時完全不會用到本網站。
proof-recount-digest = 最後顯示的核對值若與下方相同，就表示每一枚徽章都一致。
proof-node-placeholder = 節點的位址
proof-facts-title = 供核對的數值
proof-contract = 合約地址
proof-chain-id = 鏈的編號
proof-genesis = 第一個區塊
proof-block = 計算到的區塊
proof-block-hash = 該區塊的雜湊值
proof-digest = 核對值
proof-manifest = 供程式讀取的清單（JSON）
proof-own-chain = 這本帳本目前在小鎮的電腦上運作。只要記下上方的核對值或區塊雜湊值，日後隨時可以比對是否遭到竄改。

proof-holder-title = 這位持有人的來訪徽章
proof-holder-proves =
    { $days ->
        [0] 帳本顯示，這個地址的主人獲得了 { $badges } 枚虛擬鹿島的來訪徽章。
       *[other] 帳本顯示，這個地址的主人有 { $days } 天參加了鹿島的活動或親臨當地，並獲得 { $badges } 枚來訪徽章。
    }
proof-holder-waiting = 正在準備把這個地址的徽章記入帳本。
proof-holder-moved = 主人已把徽章移到自己的錢包。目前的位置：
proof-holder-address = 持有人的地址
proof-holder-nobody-knows = 這個地址是隨機產生的，沒有與任何名字相連。
proof-place = 地點
proof-date = 日期
proof-way = 發行進度
proof-state-preparing = 準備發行
proof-state-issued = 已發行
proof-state-final = 已確定
proof-state-moved = 在錢包裡
proof-state-withdrawn = 已撤銷
proof-state-unchecked = 無法查證
proof-about-preparing = 正準備寫入帳本。等待期間不會遺失。
proof-about-issued = 已寫入帳本，即將確定。
proof-about-final = 已經確定，不會再改變。
proof-about-moved = 主人已簽名並移到自己的錢包，徽章並未遺失。
proof-about-withdrawn = 寫入帳本之後被撤銷了。
proof-about-unchecked = 目前連不上帳本，無法查證。徽章並沒有消失。
proof-transaction = 交易雜湊值
proof-in-block = 所在區塊
proof-in-block-number = 第 { $block } 號
proof-block-time = 寫入時間
proof-balance = 合約此刻的回答
proof-balance-yes = 持有（balanceOf = 1）
proof-balance-no = 未持有（balanceOf = 0）
proof-balance-unknown = 目前沒有回答
proof-details = 帳本的紀錄
proof-badge-unknown = 本鎮沒有紀錄的徽章
proof-share-title = 讓別人看這個頁面
proof-share-about = 把這個網址或 QR 碼交給您想讓他看的人。開啟的人可以自己查證。
proof-share-link = 這個頁面的網址
proof-share-qr = 這個頁面的 QR 碼

proof-nobody-unknown-title = 找不到徽章
proof-nobody-unknown = 沒有徽章授予這個地址。請逐字確認。
proof-nobody-away-title = 目前無法核對
proof-nobody-away = 無法連上帳本，因此目前無法核對這枚徽章。請稍候再開啟本頁。
proof-nobody-malformed-title = 無法辨識這個地址
proof-nobody-malformed = 地址以 0x 開頭，後面接 40 個由 0～9 與 a～f 組成的字元。

proof-all-of-holder = 查看此人的所有徽章
proof-sealed = 名稱、日期與地點的指紋
proof-sealed-yes = 與帳本所記的指紋一致。
proof-sealed-no = 與帳本所記的指紋不一致。請勿相信本頁的名稱與日期。
proof-check-title = 自行核對
proof-check-embedded = 下載 verify_badges.py，在同一資料夾執行下列指令，即可從頭重新計算帳本的紀錄。
proof-check-node = 可以不經本站，直接詢問其他公司的節點。回答的最後若是 1，表示目前持有。
proof-check-meta = 這枚徽章的內容（JSON）
proof-preview-alt = 虛擬鹿島的來訪徽章
proof-ladder = 來過幾天
proof-ladder-step = 來訪情形
proof-besides = 此外，已撤銷的徽章 { $taken } 枚，移到錢包的有 { $moved } 人。

proof-art-label = 來訪徽章「{ $title }」{ $day }
proof-name-host = 「{ $title }」的導覽人
proof-name-real = 親自造訪{ $place }
proof-name-monthly = { $year }年{ $month }月來訪
proof-kind-event = 活動
proof-kind-rally = 集章活動
proof-kind-monthly = 當月來訪
proof-kind-real = 實地造訪
proof-kind-host = 導覽人
proof-meta-event = { $day }，參加虛擬鹿島「{ $place }」所舉辦活動的紀念。
proof-meta-rally = 走完虛擬鹿島集章活動「{ $name }」的紀念。
proof-meta-monthly = { $year }年{ $month }月，在不同日子造訪虛擬鹿島的紀念。
proof-meta-real = { $day }，親自造訪佐賀縣鹿島市「{ $place }」，並領取現場出示代碼的紀念。
proof-meta-host = { $day }，在虛擬鹿島「{ $place }」主辦活動並擔任導覽的紀念。
proof-trait-kind = 種類
proof-trait-place = 地點
proof-trait-day = 日期
proof-trait-season = 季節
proof-season-spring = 春
proof-season-summer = 夏
proof-season-autumn = 秋
proof-season-winter = 冬

proof-verify-chain = 帳本：至區塊 { $block }，徽章 { $badges } 枚，持有人 { $holders } 位，來過兩天以上 { $returners } 位
proof-verify-database = 資料庫：已確定 { $badges } 枚，持有人 { $holders } 位，來過兩天以上 { $returners } 位，發行中 { $underway } 枚
proof-verify-digest = 核對值：{ $digest }
proof-verify-only-database = 僅資料庫有：{ $count }
proof-verify-only-chain = 僅帳本有：{ $count }
proof-verify-taken-back = 已在帳本上撤銷、僅存於資料庫者：{ $count }
proof-verify-torn = 合約儲存值與紀錄不符的持有人：{ $count }
proof-verify-node = 節點 { $number }：到區塊 { $block } 為止的核對值 { $digest }
proof-verify-node-behind = 尚未到達該區塊
proof-verify-none = 尚無合約。
