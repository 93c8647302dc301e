package org.deskwright.inference;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What models may cost in a month, all nodes together. Money is set aside before a call and settled after it, so that many calls
 * at once cannot spend more than there is; a node that dies in between leaves it spent.
 */
final class Budget {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BigDecimal monthly;

    Budget(JdbcClient jdbc, Clock clock, BigDecimal monthly) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.monthly = monthly;
    }

    /** @param month in which it was set aside, and is settled, though the next may have begun */
    record Reserve(String month, BigDecimal amount) {
    }

    /**
     * @return {@code null} if there is not so much left
     */
    Reserve setAside(BigDecimal amount) {
        String month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).toString();
        if (amount.signum() == 0) {
            return new Reserve(month, amount);
        }
        if (amount.compareTo(monthly) > 0) {
            return null;
        }
        begin(month);
        boolean isThere = jdbc.sql("update model_spending set spent = spent + :amount where calendar_month = :month and spent + :amount <= :monthly")
                .param("amount", amount).param("month", month).param("monthly", monthly).update() == 1;
        return isThere ? new Reserve(month, amount) : null;
    }

    /** @param cost that it really was, also if it is more */
    void settle(Reserve reserve, BigDecimal cost) {
        if (cost.compareTo(reserve.amount()) != 0) {
            begin(reserve.month());
            jdbc.sql("update model_spending set spent = spent + :more where calendar_month = :month")
                    .param("more", cost.subtract(reserve.amount())).param("month", reserve.month()).update();
        }
    }

    private void begin(String month) {
        if (jdbc.sql("select count(*) from model_spending where calendar_month = ?").param(month).query(Integer.class).single() == 0) {
            try {
                jdbc.sql("insert into model_spending (calendar_month, spent) values (?, 0)").param(month).update();
            } catch (DuplicateKeyException another) {
                // node has begun the month
            }
        }
    }
}
