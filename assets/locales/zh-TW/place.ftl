## 地點說明的文字，打開的人才會下載。

place-reading = 讀音：{ $kana }（{ $romaji }）
place-failed = 無法載入這個地方的說明，請再試一次。
place-facts = 值得知道
place-source = 出處：{ $source }
place-map = 實際的地點
place-map-of-yutoku = 祐德稻荷神社的地圖（OpenStreetMap）
place-map-of-castle = 鹿島城遺址的地圖（OpenStreetMap）
place-map-of-station = 肥前濱站的地圖（OpenStreetMap）
place-map-of-mudflat = 肥前鹿島泥灘的地圖（OpenStreetMap）
place-map-of-michinoeki = 道之驛鹿島的地圖（OpenStreetMap）
place-map-rough = 位置為概略。
place-opens = 營業時間與休息日可能變更，出發前請向店家或設施確認。
place-next = 這裡的下一場活動
place-next-none = 目前沒有預定。
place-next-failed = 無法載入預定。
