## นาทีแรก สามอย่างที่เรียนรู้ด้วยการลองทำ โหลดเฉพาะผู้มาใหม่

steps-title = ลองสามอย่างนี้ก่อน
steps-look = มองรอบ ๆ
steps-walk = เดิน
steps-go = ไปที่หมาย
steps-arrive = ไปถึง
steps-greet = ทักทาย
steps-how-look-solid-touch = ลากนิ้วบนหน้าจอเพื่อมองรอบตัว
steps-how-look-solid-keys = ลากเมาส์บนภาพ หรือกด Q และ E เพื่อมองรอบตัว
steps-how-walk-solid-touch = ดันวงกลมด้านล่างซ้ายไปทางที่อยากไป
steps-how-walk-solid-keys = เดินด้วยปุ่มลูกศรหรือ WASD กด Shift เพื่อวิ่ง
steps-how-go-solid-touch = แตะพื้น แล้วจะเดินไปตรงนั้นเอง
steps-how-go-solid-keys = คลิกพื้น แล้วจะเดินไปตรงนั้นเอง
steps-how-go-flat-touch = ในรายการ “สถานที่” ด้านล่าง กด “ไปที่นี่” ที่ใดก็ได้
steps-how-go-flat-keys = ในรายการ “สถานที่” ด้านล่าง กด “ไปที่นี่” ที่ใดก็ได้
steps-how-arrive-flat-touch = รอจนถึง หรือกด “หยุด” ใต้แผนที่
steps-how-arrive-flat-keys = รอจนถึง หรือกด “หยุด” ใต้แผนที่
steps-how-walk-flat-keys = เลือกแผนที่แล้วเดินด้วยปุ่มลูกศร
steps-how-greet-flat-touch = ส่งคำทักทายสักคำจากปุ่ม “พูดคุย” ด้านล่าง
steps-well = เยี่ยมมาก
steps-done = เท่านี้ก็พร้อมแล้ว ขอให้สนุกกับเมืองนี้
steps-skip = ข้าม
steps-close = ปิด
steps-ticked = ทำแล้ว
