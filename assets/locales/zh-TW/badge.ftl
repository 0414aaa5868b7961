## 放大檢視徽章與分享時的文字，開啟時才載入。

badge-picture = 來訪徽章「{ $title }」的圖
badge-date = 日期
badge-place = 地點
badge-earned = 獲得原因
badge-share = 分享這枚徽章
badge-share-about = 製作附有證明頁QR碼的圖片。看到圖片的人可以查看這枚與您的其他徽章，但不會知道您的名字。
badge-share-make = 製作分享圖片
badge-share-making = 正在製作圖片…
badge-share-failed = 無法製作圖片。請稍候再試一次。
badge-share-check = 掃描QR碼，任何人都能核對。
badge-share-alt = 來訪徽章「{ $title }」與通往證明頁的QR碼圖片
badge-share-send = 傳送這張圖片
badge-share-save = 儲存這張圖片
