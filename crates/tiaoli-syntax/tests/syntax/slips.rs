//! Each slip that writers make has its own message, and what is sound around it is kept.

macro_rules! slips {
    ($($(#[$doc:meta])* $name:ident: $text:literal;)*) => {
        $(
            $(#[$doc])*
            #[test]
            fn $name() {
                insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/slips" }, {
                    insta::assert_snapshot!(stringify!($name), crate::show::both($text));
                });
            }
        )*
    };
}

slips! {
    blank_missing_after_a_prefix_word: "条款 3.1 每 平台 {\n  3.1.a 对新认定的，给予50万元奖励。\n  3.1.b 限 区内。\n}";
    blank_missing_after_by: "条款 3.1 每 平台 {\n  3.1.a 对 新认定的，按软硬件投入的30％ 给予补助。\n}";
    blank_missing_before_the_part: "条款 3.5 每 项目 {\n  3.5.d 就 三年贡献 逐年超出 上年度贡献的部分 合计 给予资助，比例未定。\n}";
    blank_missing_in_an_unknown_place: "词汇 平台 platform {\n  平台类型 platform_type 登记 之一 研发中心 rd_center、其他 other\n  区内 in_district 登记 是否\n}\n条款 3.1 每 平台 {\n  3.1.a 对 平台类型属于研发中心且 区内，或区内 的，给予50万元奖励。\n}";
    blank_missing_before_first: "条款 3.1 每 标准 {\n  3.1.a 对 位次前3位的，给予50万元奖励。\n}";
    unit_missing_after_ten_thousand: "条款 3.1 每 平台 {\n  3.1.a 对 实际投入500万以上的，给予50万元奖励。\n}";
    unit_missing_in_a_grant: "条款 3.1 每 平台 {\n  3.1.a 给予50 奖励，最高不超过100万。\n}";
    per_cent_sign_missing: "条款 3.1 每 平台 {\n  3.1.a 按 软硬件投入的30 给予补助。\n}";
    kind_of_fact_missing: "词汇 平台 platform {\n  实际投入 actual_investment 金额\n  区内 in_district 登记 是否\n  面积 area 面积 登记\n}";
    full_stop_missing: "条款 3.1 每 平台 {\n  3.1.a 限 区内\n  3.1.b 给予50万元奖励。\n}";
    full_stop_missing_before_the_brace: "条款 3.1 每 平台 { 3.1.b 给予50万元奖励 }";
    latin_full_stop: "条款 3.1 每 平台 {\n  3.1.a 限 区内.\n  3.1.b 给予50万元奖励。\n}";
    full_stop_missing_after_a_case: "算例 3.3 “甲”：区内 ⇒ 50万元\n算例 3.3 “乙”：非 区内 ⇒ 不予。";
    quote_left_open: "算例 3.3 “刚好500万元：区内 ⇒ 50万元。\n算例 3.3 “乙”：非 区内 ⇒ 不予。";
    straight_quote_left_open: "条款 3.1 每 平台 {\n  3.1.a 按 \"5050计划 给予支持。\n}";
    mixed_quotes: "条款 3.1 每 平台 {\n  3.1.a 按 “5050计划\" 给予支持。\n}";
    chinese_numerals_in_a_grant: "条款 3.1 每 平台 {\n  3.1.a 给予三十万元奖励。\n}";
    chinese_numerals_in_a_condition: "条款 3.1 每 平台 {\n  3.1.a 对 实际投入 超过五百万元的，给予30万元奖励。\n}";
    chinese_numerals_as_a_cap: "条款 3.1 每 平台 {\n  3.1.a 给予50万元奖励，最高不超过一百万元。\n}";
    highest_alone: "条款 3.1 每 平台 {\n  3.1.a 按 软硬件投入的30％ 给予补助，最高 500万元。\n}";
    highest_alone_as_a_ceiling: "条款 3.1 每 平台 {\n  3.1.a 给予 最高500万元 补助。\n}";
    two_grants: "条款 3.1 每 平台 {\n  3.1.a 对 新认定的，给予30万元奖励，给予20万元补助。\n}";
    respectively_without_a_list: "条款 3.1 每 平台 {\n  3.1.a 对 级别 为 国家级的，分别给予30万元奖励。\n}";
    list_without_respectively: "条款 3.1 每 平台 {\n  3.1.a 对 级别 为 国家级、省级的，给予30万元、20万元奖励。\n}";
    respectively_at_the_end: "条款 3.1 每 平台 {\n  3.1.a 对 级别 为 国家级、省级的，给予30万元、20万元 分别。\n}";
    and_and_or_mixed: "条款 3.1 每 平台 {\n  3.1.a 限 区内，且 新认定，或 领军企业。\n  3.1.b 限 区内 且 新认定 或 领军企业。\n}";
    pause_for_and: "条款 3.1 每 平台 {\n  3.1.a 限 区内、领军企业。\n}";
    comma_for_and: "词汇 企业 enterprise {\n  区内 in_district 登记 是否\n  领军企业 is_leading 登记 是否\n}\n条款 3.1 每 平台 {\n  3.1.a 限 区内，领军企业。\n  3.1.b 对 区内，领军企业的，给予50万元奖励。\n}";
    semicolon_for_and: "条款 3.1 每 平台 {\n  3.1.a 限 区内；领军企业。\n}";
    closing_brace_too_many: "条款 3.1 每 平台 {\n  3.1.a 限 区内。\n}}\n算例 3.1 “甲”：区内 ⇒ 50万元。";
    closing_brace_missing: "条款 3.1 每 平台 {\n  3.1.a 限 区内。\n\n算例 3.1 “甲”：区内 ⇒ 50万元。";
    bracket_left_open: "条款 3.1 每 平台 {\n  3.1.a 限 （区内 或 领军企业，且 新认定。\n  3.1.b 限 区内）。\n}";
    item_word_misspelt: "条例 3.1 “题” 每 平台 {\n  3.1.a 限 区内。\n}\n算例 3.1 “甲”：区内 ⇒ 50万元。";
    item_word_glued: "条款3.1 “题” 每 平台 {\n  3.1.a 限 区内。\n}";
    item_word_glued_to_a_name: "词汇项目 project {\n  区内 in_district 登记 是否\n}";
    sentence_outside_an_item: "3.1.a 限 区内。\n条款 3.1 每 平台 {\n  3.1.a 限 区内。\n}";
    clause_id_missing: "条款 3.1 每 平台 {\n  限 区内。\n  3.1.b 给予50万元奖励。\n}";
    mark_behind_a_sentence: "条款 3.1 每 平台 {\n  3.1.a 限 区内。【A1-1】\n  3.1.b 给予50万元奖励【A1-1】。\n}";
    two_facts_on_a_line: "词汇 平台 platform {\n  区内 in_district 登记 是否 新认定 new 登记 是否\n}";
    sum_as_a_condition: "条款 3.1 每 平台 {\n  3.1.a 限 实际投入 加 研发投入。\n  3.1.b 限 500万元。\n}";
    condition_as_a_sum: "条款 3.1 每 平台 {\n  3.1.a 按 （区内 且 新认定）的30％ 给予补助。\n}";
    band_upside_down: "条款 3.1 每 平台 {\n  3.1.a 对 研发投入 为 不满200万元200万元以上的，给予50万元奖励。\n}";
    rate_without_a_base: "条款 3.1 每 平台 {\n  3.1.a 分别按 研发投入、20％ 给予补助。\n}";
    two_ceilings: "条款 3.1 每 平台 {\n  3.1.a 给予 最高不超过 实际支出 最高不超过50％ 的支持。\n}";
    unknown_project_in_a_result: "算例 5.b “甲” {\n  甲：区内。\n  ⇒ 甲 50万元，丙 30万元。\n}";
    project_in_a_case_of_one_line: "算例 5.b “甲”：区内 ⇒ 甲 不予。";
    reading_without_a_choice: "读法 A1-1 “问” 关于 3.1.b {\n  另解 R2 “全部” 改为 3.1.b 最高不超过2000万元。\n}";
    reading_with_two_choices: "读法 A1-1 “问” 关于 3.1.b {\n  采用 R1 “甲” 因 “子”。\n  采用 R2 “乙” 因 “丑”。\n}";
    reading_with_a_broken_option: "读法 A1-1 “问” 关于 3.1.b {\n  采用 R1 “甲” 因 “子”。\n  另解 R2 “乙” 改成 3.1.b 最高不超过2000万元。\n  另解 R3 “丙” 不计算。\n}";
    several_errors_in_one_article: "条款 3.1 每 平台 {\n  3.1.a 对新认定的，给予50万元奖励。\n  3.1.b 限 区内。\n  3.1.c 给予50 奖励。\n  3.1.d 给予 “补贴”。\n}";
    several_errors_in_one_vocabulary: "词汇 平台 platform {\n  区内 in_district 是否\n  新认定 newly 登记 是否\n  面积 area 登记 面积 超过\n    全称 “建筑面积”\n  人数 heads 登记 人数\n}";
    result_without_a_unit: "算例 3.3 “甲”：区内 ⇒ 3.3 150。";
    earlier_payment_without_a_year: "算例 3.3 “甲”：区内，本项目已获 3.3 40万元 区级 ⇒ 不予。";
    block_without_its_opening_brace: "条款 3.1 “题” 每 平台\n  3.1.a 限 区内。\n}";
    article_without_per: "条款 3.1 “题” {\n  3.1.a 限 区内。\n}";
    grant_word_misspelt: "条款 3.1 每 平台 {\n  3.1.a 给与50万元奖励。\n}";
    limit_word_misspelt: "条款 3.1 每 平台 {\n  3.1.a 给予50万元奖励，数额风 金额。\n}";
}
