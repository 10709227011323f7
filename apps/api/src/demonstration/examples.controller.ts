import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { demonstrationEn, demonstrationFr } from '@sillage/indicators';
import { Problem } from '../platform/problem';
import { ExamplesDto, ExamplesQuery } from './demonstration.dto';
import { exampleNames, findExample } from './example-files';

const address = '/api/v1/imports/examples';

@ApiTags('imports')
@Controller('api/v1/imports/examples')
export class ExamplesController {
  @Get()
  @ApiOkResponse({ type: ExamplesDto })
  list(@Query() { lang = 'fr' }: ExamplesQuery): ExamplesDto {
    const { examples } = lang === 'en' ? demonstrationEn : demonstrationFr;
    return {
      examples: exampleNames.map((name) => ({ name, label: examples[name] ?? name, url: `${address}/${name}` })),
    };
  }

  @Get(':name')
  @Header('cache-control', 'no-cache')
  @ApiProduces('text/csv')
  read(@Param('name') name: string, @Query() { lang = 'fr' }: ExamplesQuery): StreamableFile {
    const example = findExample(name);
    if (!example) {
      throw new Problem(
        404,
        'exemple-inconnu',
        (lang === 'en' ? demonstrationEn : demonstrationFr).unknownExample(name),
      );
    }
    return new StreamableFile(Buffer.from(example.content, 'utf8'), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${example.name}"`,
    });
  }
}
