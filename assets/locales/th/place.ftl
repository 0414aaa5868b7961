## ถ้อยคำเกี่ยวกับสถานที่ ดาวน์โหลดเฉพาะเมื่อเปิดดู

place-reading = อ่านว่า { $kana } ({ $romaji })
place-failed = โหลดคำอธิบายของสถานที่นี้ไม่ได้ กรุณาลองอีกครั้ง
place-facts = น่ารู้
place-source = ที่มา: { $source }
place-map = สถานที่จริง
place-map-of-yutoku = แผนที่ศาลเจ้ายูโทคุ อินาริ (OpenStreetMap)
place-map-of-castle = แผนที่ซากปราสาทคาชิมะ (OpenStreetMap)
place-map-of-station = แผนที่สถานีฮิเซ็นฮามะ (OpenStreetMap)
place-map-of-mudflat = แผนที่หาดเลนฮิเซ็นคาชิมะ (OpenStreetMap)
place-map-of-michinoeki = แผนที่จุดพักรถมิจิโนะเอกิ คาชิมะ (OpenStreetMap)
place-map-rough = เป็นตำแหน่งโดยประมาณ
place-opens = เวลาเปิดปิดและวันหยุดเปลี่ยนแปลงได้ กรุณาตรวจสอบกับสถานที่ก่อนเดินทาง
place-next = กิจกรรมครั้งต่อไปที่นี่
place-next-none = ตอนนี้ยังไม่มีกำหนด
place-next-failed = โหลดกำหนดการไม่ได้
