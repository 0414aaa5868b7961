## ทัวร์เดินชมตามจังหวะตัวเอง และโหมดให้พาเดิน โหลดเมื่อเปิด

tour-about = เดินชมพร้อมคำบรรยาย เริ่มเมื่อไรก็ได้ หยุดเมื่อไรก็ได้
tour-facts = { $stops } จุด ประมาณ { $minutes } นาที
tour-self = เดินเอง
tour-self-about = ระบบพาเดินไปถึงแต่ละจุด อ่านคำบรรยายแล้วกด “ถัดไป” เมื่อพร้อม
tour-ride = ให้พาเดิน
tour-ride-about = ไม่ต้องบังคับอะไรเลย ทั้งการเดินและคำบรรยายไปเองทั้งหมด แค่อ่านก็พอ
tour-choice = { $how }: { $tour }
tour-running = กำลังอยู่ในทัวร์ “{ $tour }”
tour-failed = โหลดคำบรรยายไม่สำเร็จ กรุณาลองอีกครั้ง
tour-card = เดินชมเมือง: { $tour }
tour-progress = { $stop } / { $all }
tour-heading-for = ต่อไป: { $place }
tour-metres = อีก { $metres } เมตร
tour-arriving = ใกล้ถึงแล้ว
tour-fold = ย่อ
tour-unfold = ขยาย
tour-pause = หยุดพัก
tour-go-on = ไปต่อ
tour-next = ถัดไป: { $place }
tour-finish = จบทัวร์
tour-back = จุดก่อนหน้า
tour-skip = ไปถึงเลยโดยไม่เดิน
tour-skip-refused = ตอนนี้ยังไปไม่ได้ กรุณารอสักครู่แล้วลองใหม่
tour-end = เลิก
tour-slow = ช้าลง
tour-size = ตัวอักษร { $size ->
    [1] ปกติ
    [2] ใหญ่
   *[3] ใหญ่มาก
}
tour-mode = ให้พาเดิน
tour-waiting-person = พักอยู่ ไปต่อได้ทุกเมื่อ
tour-waiting-steering = คุณเดินเองแล้ว ทัวร์จะรออยู่ตรงนี้ ตามสบายเลย
tour-waiting-no-way = จากตรงนี้ไม่มีทางเดินไป กด “ไปถึงเลยโดยไม่เดิน” เพื่อไปต่อ
tour-question = คำถาม
tour-asking = มัคคุเทศก์รอคำตอบอยู่ ไม่ต้องรีบ จะกด “ถัดไป” เพื่อข้ามก็ได้
tour-correct = ถูกต้อง
tour-chosen = คำตอบของคุณ
tour-done = ขอบคุณที่ร่วมเดินด้วยกัน
tour-done-about = จบทัวร์ “{ $tour }” แล้ว
tour-score = ตอบถูก { $right } จาก { $asked } ข้อ
tour-again = ทัวร์อื่น
tour-close = ปิด
